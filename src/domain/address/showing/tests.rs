use super::*;
use crate::domain::analysis::Filter;

#[test]
fn what_is_shown_stands_beside_the_filter() {
    let query = "service=mfa-04&_by.quality=language&_view=full&_other=1";
    let shown = Showing::from_query(query);
    assert_eq!((shown.value("_view"), shown.value("_by.quality")), (Some("full"), Some("language")));
    assert_eq!(shown.to_query(), "_by.quality=language&_view=full");
    assert_eq!(Filter::from_query(query).to_query(), "_other=1&service=mfa-04");
}

#[test]
fn a_form_and_a_slide_are_read_from_the_address() {
    let read = |query| {
        let shown = Showing::from_query(query);
        (shown.form(), shown.slide())
    };
    assert_eq!(read("_show=slides&_slide=3"), (Form::Slides, 3));
    assert_eq!(read("_show=report"), (Form::Report, 1));
    assert_eq!(read("_show=film&_slide=x"), (Form::Page, 1));
}

#[test]
fn what_the_address_cannot_have_is_told() {
    let query = "_by.quality=zzz&_by.x=language&_by.quality.a=service&_order.a=x&_order.b=best&_order.c=best&_with=b&_view=x&_intervals=0&_show=film&_slide=x";
    let shown = Showing::from_query(query);
    let told = shown.meaningless(
        |question, by| question == "quality.a" && by == "service",
        |question, _| question == "c",
        |_| false,
    );
    let expected = [
        "_by.quality=zzz",
        "_by.x=language",
        "_intervals=0",
        "_order.a=x",
        "_order.b=best",
        "_show=film",
        "_slide=x",
        "_view=x",
        "_with=b",
    ];
    assert_eq!(told, expected);
    let good = Showing::from_query("_view=full&_intervals=1&_show=slides&_slide=2&_with=b&_by.a=b");
    assert!(good.meaningless(|_, _| true, |_, _| true, |_| true).is_empty());
}

#[test]
fn several_surveys_stand_in_one_list() {
    let shown = Showing::from_query("_with=a,b");
    assert_eq!(shown.waves(), ["a", "b"]);
    assert_eq!(shown.to_query(), "_with=a,b");
    assert_eq!(Showing::from_query("_with=a").waves(), ["a"]);
    assert_eq!(shown.meaningless(|_, _| true, |_, _| true, |id| id == "a"), ["_with=b"]);
}

#[test]
fn what_is_changed_stands_in_the_address_and_what_is_usual_does_not() {
    let query = |change: fn(&mut Showing)| {
        let mut shown = Showing::from_query("_by.a=language&_order.a=best&_show=slides&_slide=3&_with=x");
        change(&mut shown);
        shown.to_query()
    };
    assert_eq!(query(|shown| shown.set_by("a", None)), "_show=slides&_slide=3&_with=x");
    assert_eq!(query(|shown| shown.set_form(Form::Page)), "_by.a=language&_order.a=best&_with=x");
    assert_eq!(
        query(|shown| {
            shown.set_form(Form::Report);
            shown.toggle_wave("x");
            shown.toggle_wave("y");
            shown.toggle_wave("z");
            shown.set_order("a", &GroupOrder::Listed);
        }),
        "_by.a=language&_show=report&_with=y,z"
    );
    assert_eq!(
        query(|shown| {
            shown.toggle_wave("x");
            shown.set_slide(4);
            shown.set_view(View::Full);
            shown.set_intervals(true);
        }),
        "_by.a=language&_intervals=1&_order.a=best&_show=slides&_slide=4&_view=full"
    );
}

#[test]
fn any_question_survives_the_address() {
    let shown = Showing(BTreeMap::from([("_by.a&b=ā".to_owned(), "x.y z%".to_owned())]));
    assert_eq!(Showing::from_query(&shown.to_query()), shown);
}
