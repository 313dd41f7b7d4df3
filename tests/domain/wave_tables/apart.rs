//! What keeps two surveys apart.

use super::*;

#[test]
fn a_filter_that_only_one_survey_knows_keeps_the_two_apart() {
    let mut other = questionnaire();
    other["pages"][0]["elements"][0]["choices"] = json!(["yes", "no", "unsure"]);
    other["pages"][0]["elements"][1]["rows"] = json!(["skill"]);
    let surveys = surveys(&other);
    let import = import(&surveys);
    let of = |ids: [usize; 2], query: &str| {
        let side = |at: usize| (&surveys[at], support::count(&import, &surveys[at].entry.id, query));
        let [(own, own_report), (other, other_report)] = ids.map(side);
        let filter = Filter::from_query(query);
        let own = Side { survey: own, report: &own_report };
        apart(&filter, own, Side { survey: other, report: &other_report })
    };
    let both = |query: &str| [of([0, 1], query), of([1, 0], query)];
    for same in ["", "delays=yes", "language=lv", "quality.skill=good", "nobody=knows", "from=nonsense"] {
        assert_eq!(both(same), [Vec::new(), Vec::new()], "{same}");
    }
    let key = |is_own| vec![Apart::Key { key: "quality.manner".into(), is_own }];
    assert_eq!(both("quality.manner=good"), [key(false), key(true)]);
    let value = |is_own| vec![Apart::Value { key: "delays".into(), value: "unsure".into(), is_own }];
    assert_eq!(both("delays=yes&delays=unsure"), [value(true), value(false)]);
}

#[test]
fn days_without_responses_in_one_survey_keep_the_two_apart() {
    let surveys = surveys(&questionnaire());
    let import = import(&surveys);
    let mut reports = ["new", "old"].map(|id| support::count(&import, id, ""));
    let filter = Filter::from_query("from=2024-02-01&to=2024-02-28");
    let of = |reports: &[Report; 2], filter: &Filter| {
        let side = |at: usize| Side { survey: &surveys[at], report: &reports[at] };
        apart(filter, side(0), side(1))
    };
    assert_eq!(of(&reports, &filter), []);
    reports[1].responses = Some(0);
    assert_eq!(of(&reports, &filter), [Apart::Days { is_own: false }]);
    assert_eq!(of(&reports, &Filter::from_query("delays=yes")), []);
    reports[0].hide(true);
    assert_eq!(of(&reports, &filter), [Apart::Days { is_own: true }, Apart::Days { is_own: false }]);
}
