//! The first page against what its figures lead to: every number is counted twice.

use serde_json::{Value as Json, json};

use super::Desk;

#[test]
fn the_first_page_shows_the_figures_of_the_position() {
    let desk = Desk::new();
    desk.finish(&desk.ok("sample_open", json!({})));
    let overview = desk.ok("overview", json!({}));
    let asked = json!({ "as_of": null, "entities": [], "sites": [], "product": null });
    let report = desk.finish(&desk.ok("position", asked));
    let products = report["products"].as_array().unwrap();
    for standing in overview["position"]["standings"].as_array().unwrap() {
        let like = products
            .iter()
            .filter(|row| row["status"] == standing["status"]);
        assert_eq!(standing["count"], like.count(), "{standing}");
    }
    let rows = overview["position"]["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        let product = products
            .iter()
            .find(|one| one["product"]["id"] == row["id"]);
        let figures = &product.unwrap()["figures"];
        for figure in ["owned", "assigned", "deployed", "delta", "unlimited"] {
            assert_eq!(row[figure], figures[figure], "{figure} of {row}");
        }
        let asked = json!({ "as_of": null, "entities": [], "sites": [], "product": row["id"] });
        let one = desk.finish(&desk.ok("position", asked));
        assert_eq!(one["products"][0]["figures"], *figures);
        let lines = one["products"][0]["missing"].as_array().unwrap();
        let short_of_proof = figures["owned"].as_i64() > figures["provable"].as_i64();
        assert!(
            !short_of_proof || !lines.is_empty(),
            "what is unproven is named: {row}"
        );
    }
}

#[test]
fn every_number_of_the_first_page_is_the_length_of_its_list() {
    let desk = Desk::new();
    desk.finish(&desk.ok("sample_open", json!({})));
    let overview = desk.ok("overview", json!({}));
    let gaps = overview["gaps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| (&gap["query"], &gap["count"]));
    let halves = overview["bilingual"]["registers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (&found["query"], &found["missing"]));
    let standings = overview["position"]["standings"].as_array().unwrap();
    let standings = standings.iter().map(|one| (&one["query"], &one["count"]));
    let all: Vec<_> = gaps.chain(halves).chain(standings).collect();
    assert!(all.len() > 10);
    for (query, count) in all {
        assert_eq!(
            &desk.ok("list", json!({ "query": query }))["total"],
            count,
            "{query}"
        );
    }
    // a lane leads to the renewals of its kind that lie as near
    let dates = desk.ok("deadlines", json!({}));
    for lane in overview["lanes"].as_array().unwrap() {
        let mut sum = 0;
        for list in lane["lists"].as_array().unwrap() {
            let rows = dates["rows"].as_array().unwrap().iter();
            let rows = rows.filter(|row| {
                row["kind"] == list["kind"]
                    && lane["near"] == row["near"]
                    && row["settled"] == false
            });
            assert_eq!(list["count"], rows.count(), "{list}");
            sum += list["count"].as_u64().unwrap();
        }
        assert_eq!(lane["count"], sum);
    }
    for found in overview["counts"].as_array().unwrap() {
        assert_eq!(
            desk.total(found["register"].as_str().unwrap(), Json::Null),
            found["total"]
        );
    }
}
