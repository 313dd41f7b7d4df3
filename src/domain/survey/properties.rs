//! Which properties of SurveyJS are read, which only decorate, and which would change the survey.

/// Properties of the whole questionnaire that are read.
pub(super) const SURVEY: &[&str] = &["title", "description", "pages", "elements", "locale", "$schema"];

/// Properties of the whole questionnaire that only decorate here: pages, numbering and wording of
/// buttons are the application's own.
pub(super) const SURVEY_DECORATION: &[&str] = &[
    "allowResizeComment",
    "autoAdvanceAllowComplete",
    "autoAdvanceEnabled",
    "autoFocusFirstError",
    "autoFocusFirstQuestion",
    "autoGrowComment",
    "backgroundImage",
    "backgroundImageAttachment",
    "backgroundImageFit",
    "backgroundOpacity",
    "checkErrorsMode",
    "clearInvisibleValues",
    "commentAreaRows",
    "completeText",
    "completedBeforeHtml",
    "completedHtml",
    "completedHtmlOnCondition",
    "cookieName",
    "editText",
    "errorsMode",
    "fitToContainer",
    "focusFirstQuestionAutomatic",
    "focusOnFirstError",
    "goNextPageAutomatic",
    "gridLayoutEnabled",
    "headerView",
    "loadingHtml",
    "logo",
    "logoFit",
    "logoHeight",
    "logoPosition",
    "logoWidth",
    "mobileWidth",
    "navigationButtonsLocation",
    "pageNextText",
    "pagePrevText",
    "previewMode",
    "previewText",
    "progressBarInheritWidthFrom",
    "progressBarLocation",
    "progressBarNavigationTextLocation",
    "progressBarShowNavigationText",
    "progressBarShowPageNumbers",
    "progressBarShowPageTitles",
    "progressBarType",
    "questionDescriptionLocation",
    "questionErrorLocation",
    "questionStartIndex",
    "questionTitleLocation",
    "questionTitlePattern",
    "questionsOnPageMode",
    "requiredMark",
    "requiredText",
    "showBrandInfo",
    "showCompletePage",
    "showCompletedPage",
    "showNavigationButtons",
    "showPageNumbers",
    "showPageTitles",
    "showPrevButton",
    "showPreviewBeforeComplete",
    "showProgressBar",
    "showQuestionNumbers",
    "showTOC",
    "showTitle",
    "sjsVersion",
    "startSurveyText",
    "textUpdateMode",
    "tocLocation",
    "validateVisitedEmptyFields",
    "width",
    "widthMode",
];

/// Properties of pages and panels that are read.
pub(super) const PANEL: &[&str] =
    &["type", "name", "title", "description", "elements", "questions", "visibleIf", "visible"];

/// Properties every question may have.
pub(super) const QUESTION: &[&str] =
    &["type", "name", "title", "description", "isRequired", "visibleIf", "visible"];

/// Properties of one element that only decorate.
pub(super) const DECORATION: &[&str] = &[
    "allowAdaptiveActions",
    "allowClear",
    "allowResize",
    "alternateRows",
    "autoGrow",
    "autocomplete",
    "cellHeight",
    "cellType",
    "colCount",
    "colSpan",
    "cols",
    "columnMinWidth",
    "descriptionLocation",
    "displayMode",
    "displayRateDescriptionsAsExtremeItems",
    "effectiveColSpan",
    "errorLocation",
    "gridLayoutColumns",
    "hideNumber",
    "id",
    "indent",
    "innerIndent",
    "inputSize",
    "inputTextAlignment",
    "itemSize",
    "maxWidth",
    "minWidth",
    "mobileView",
    "navigationDescription",
    "navigationTitle",
    "noErrorHint",
    "optionsCaption",
    "otherErrorText",
    "otherPlaceHolder",
    "otherPlaceholder",
    "placeHolder",
    "placeholder",
    "questionErrorLocation",
    "questionStartIndex",
    "questionTitleLocation",
    "questionTitleWidth",
    "rateColorMode",
    "rateDescriptionLocation",
    "rateDisplayMode",
    "rateType",
    "renderAs",
    "requiredErrorText",
    "rightIndent",
    "rowTitleWidth",
    "scaleColorMode",
    "scrollbar",
    "searchEnabled",
    "searchMode",
    "selectAllText",
    "separateSpecialChoices",
    "showClearButton",
    "showHeader",
    "showNavigationButtons",
    "showNumber",
    "showQuestionNumbers",
    "showSelectAllItem",
    "size",
    "startWithNewLine",
    "state",
    "swapOrder",
    "tabAlign",
    "textUpdateMode",
    "textWrapEnabled",
    "titleLocation",
    "useTitleAsLabel",
    "verticalAlign",
    "width",
];

/// Properties a kind reads beside [`QUESTION`].
pub(super) fn of_kind(kind: &str) -> &'static [&'static str] {
    match kind {
        "radiogroup" | "dropdown" => {
            &["choices", "showOtherItem", "hasOther", "otherText", "showNoneItem", "hasNone", "noneText"]
        }
        "checkbox" => &[
            "choices",
            "showOtherItem",
            "hasOther",
            "otherText",
            "showNoneItem",
            "hasNone",
            "noneText",
            "maxSelectedChoices",
        ],
        "boolean" => &["labelTrue", "labelFalse", "valueTrue", "valueFalse"],
        "matrix" => &["rows", "columns", "isAllRowRequired", "eachRowRequired"],
        "rating" => &[
            "rateMin",
            "rateMax",
            "rateStep",
            "rateCount",
            "rateValues",
            "autoGenerate",
            "minRateDescription",
            "maxRateDescription",
        ],
        "comment" => &["maxLength"],
        "text" => &["maxLength", "inputType"],
        "html" => &["html"],
        _ => &[],
    }
}

/// `rows` of a comment is its height, not a list of statements.
pub(super) fn decorates_kind(kind: &str, property: &str) -> bool {
    DECORATION.contains(&property)
        || (kind == "comment" && matches!(property, "rows" | "acceptCarriageReturn"))
}

/// The one value that changes nothing, of properties that only decorate as long as they have it.
pub(super) fn harmless_value(property: &str) -> Option<&'static str> {
    match property {
        // A matrix of checkboxes records lists.
        "cellType" => Some("radio"),
        // What is hidden in the end is not recorded, and nothing is forgotten before.
        "clearInvisibleValues" => Some("onComplete"),
        _ => None,
    }
}
