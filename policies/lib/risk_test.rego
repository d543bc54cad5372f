package test.risk

import data.rscheck.lib.risk
import data.test.samples

lists := {
	"member_states": {"valid_until": "2027-12-31", "countries": {"AA": {}, "BB": {}}},
	"associated": {"valid_until": "2027-12-31", "countries": {"CC": {"scope": "pillar_ii"}}},
	"technologies": {"valid_until": "2027-12-31", "areas": {
		"energy": {"most_sensitive": false},
		"quantum": {"most_sensitive": true},
	}},
}

factors(ratings) := [factor |
	some index, name in ["own_organisation", "research_domain", "partner_country", "partner_organisation"]
	factor := object.union(
		{"ref": sprintf("/risk/appraisal/factors/%d", [index]), "factor": name, "rationale": "known"},
		rated(ratings[index]),
	)
]

rated("") := {}

rated(rating) := {"rating": rating} if rating != ""

technology := {"ref": "/technology", "areas": ["Energy"], "items": [{"ref": "/technology/items/0", "listed": false}]}

appraisal(level, ratings) := object.union(
	{"ref": "/risk/appraisal", "date": "2026-10-20", "factors": factors(ratings)},
	{key: value | some key, value in {"level": level}; value != ""},
)

tier_of(level, ratings, tech) := [tier.least, tier.most] if {
	facts := {"risk": {"ref": "/risk", "appraisal": appraisal(level, ratings)}, "technology": tech}
	tier := risk.tier with input as samples.grant(facts) with data.rscheck.lists as lists
}

calm := ["low", "low", "low", "low"]

test_stated_level_is_the_lowest if {
	tier_of("low", calm, technology) == [1, 1]
	tier_of("elevated", calm, technology) == [2, 2]
	tier_of("high", calm, technology) == [3, 3]
}

test_ratings_raise if {
	tier_of("low", ["low", "elevated", "low", "low"], technology) == [1, 2]
	tier_of("low", ["low", "high", "low", "low"], technology) == [2, 2]
	tier_of("low", ["high", "high", "low", "low"], technology) == [3, 3]
}

test_what_is_not_stated_widens if {
	tier_of("", calm, technology) == [1, 3]
	tier_of("low", ["low", "", "low", "low"], technology) == [1, 3]
	tier_of("low", calm, object.remove(technology, ["areas"])) == [1, 2]
	tier_of("low", calm, object.remove(technology, ["items"])) == [1, 2]
	tier_of("low", calm, object.union(technology, {"items": [{"ref": "/technology/items/0"}]})) == [1, 2]
	tier_of("low", calm, {"ref": "/technology"}) == [1, 3]
}

test_a_factor_that_is_not_rated_widens if {
	some_factors := json.remove(appraisal("low", calm), ["factors/3"])
	given := samples.grant({"risk": {"appraisal": some_factors}, "technology": technology})
	risk.tier == {"least": 1, "most": 3} with input as given with data.rscheck.lists as lists
	nothing := samples.grant({"technology": technology})
	risk.tier == {"least": 1, "most": 3} with input as nothing with data.rscheck.lists as lists
	less := samples.grant({"risk": {"appraisal": object.remove(appraisal("low", calm), ["factors"])}, "technology": technology})
	risk.tier == {"least": 1, "most": 3} with input as less with data.rscheck.lists as lists
}

test_technology_raises if {
	tier_of("low", calm, object.union(technology, {"areas": ["quantum"]})) == [1, 2]
	tier_of("low", calm, object.union(technology, {"areas": ["energy", "alchemy"]})) == [1, 2]
	listed := [{"ref": "/technology/items/0", "listed": true}]
	tier_of("low", calm, object.union(technology, {"items": listed})) == [1, 2]
	tier_of("low", calm, object.union(technology, {"items": listed, "areas": ["quantum"]})) == [1, 3]
	tier_of("low", calm, object.union(technology, {"items": [], "areas": []})) == [1, 1]
}

test_a_stale_list_of_areas_widens if {
	late := object.union(samples.grant({"risk": {"appraisal": appraisal("low", calm)}, "technology": technology}), {"as_of": "2028-01-01"})
	risk.tier == {"least": 1, "most": 2} with input as late with data.rscheck.lists as lists
}

test_shown_names_what_is_there if {
	given := samples.grant({"risk": {"appraisal": appraisal("low", ["low"])}, "technology": technology})
	found := risk.shown with input as given
	"/risk/appraisal/level" in found
	"/technology/areas" in found
	"/technology/items" in found
	"/risk/appraisal/factors/0" in found
	empty := risk.shown with input as samples.grant({})
	empty == []
}

test_in_time if {
	signed := samples.grant({"document": {"signed_on": "2026-10-01"}})
	risk.in_time("2026-10-01") with input as signed
	not risk.in_time("2026-10-02") with input as signed
	risk.late("2026-10-02") with input as signed
	risk.in_time("2026-11-23") with input as samples.grant({})
	risk.late("2026-11-24") with input as samples.grant({})
}

party := {"ref": "/parties/0", "short_name": "LAB", "legal_name": "The Laboratory", "country": "AA"}

held(index, entity, holders) := {
	"ref": sprintf("/ownership/%d", [index]),
	"entity": entity,
	"holders": [object.union(holder, {"ref": sprintf("/ownership/%d/holders/%d", [index, place])}) |
		some place, holder in holders
	],
}

holder(name, country, kind) := {
	"name": name, "country": country, "kind": kind,
	"share_ppm": 1000000, "decisive_influence": true,
}

minority := {"name": "Far Fund", "country": "ZZ", "kind": "fund", "share_ppm": 300000, "decisive_influence": false}

state := holder("State", "AA", "state")

firm := holder("Firm", "BB", "company")

home_of(parties, ownership) := found if {
	found := risk.home with input as samples.grant({"parties": parties, "ownership": ownership})
		with data.rscheck.lists as lists
}

foreign_of(parties, ownership) := found if {
	found := risk.foreign with input as samples.grant({"parties": parties, "ownership": ownership})
		with data.rscheck.lists as lists
}

test_home_with_its_proof if {
	home_of([party], [held(0, "LAB", [state, minority])]) == {"/parties/0": [
		"/lists/member_states/countries/AA",
		"/ownership/0/holders/0",
		"/parties/0/country",
	]}
}

test_home_through_a_company_and_by_the_legal_name if {
	rows := [held(0, "The Laboratory", [firm]), held(1, "Firm", [state])]
	home_of([party], rows) == {"/parties/0": [
		"/lists/member_states/countries/AA",
		"/lists/member_states/countries/BB",
		"/ownership/0/holders/0",
		"/ownership/1/holders/0",
		"/parties/0/country",
	]}
}

test_not_proven_at_home if {
	every rows in [
		[],
		[held(0, "LAB", [])],
		[held(0, "LAB", [minority])],
		[held(0, "LAB", [object.remove(minority, ["share_ppm"]), state])],
		[held(0, "LAB", [object.remove(minority, ["decisive_influence"]), state])],
		[held(0, "LAB", [object.remove(state, ["country"])])],
		[held(0, "LAB", [object.remove(state, ["kind"])])],
		[held(0, "LAB", [object.remove(state, ["share_ppm", "decisive_influence"])])],
		[held(0, "LAB", [firm])],
		[held(0, "LAB", [firm]), held(1, "Firm", [holder("Far", "ZZ", "state")])],
		[held(0, "LAB", [firm]), held(1, "Firm", [holder("LAB", "AA", "company")])],
	] {
		home_of([party], rows) == {}
	}
}

test_home_needs_country_and_names if {
	rows := [held(0, "LAB", [state])]
	home_of([object.remove(party, ["country"])], rows) == {}
	home_of([object.remove(party, ["legal_name"])], rows) == {}
	home_of([object.union(party, {"country": "ZZ"})], rows) == {}
}

test_two_parties_of_one_legal_name if {
	twin := object.union(party, {"ref": "/parties/1", "short_name": "LAB2"})
	home_of([party, twin], [held(0, "LAB", [state])])["/parties/0"]
}

test_foreign if {
	far := object.union(party, {"country": "ZZ"})
	foreign_of([far], []) == {"/parties/0": {"/parties/0/country"}}
	rows := [held(0, "LAB", [firm]), held(1, "Firm", [holder("Far", "ZZ", "state")])]
	foreign_of([party], rows) == {"/parties/0": {"/ownership/1/holders/0"}}
	foreign_of([party], [held(0, "LAB", [minority])]) == {}
	foreign_of([object.remove(party, ["country"])], []) == {}
	unsure := object.remove(holder("Far", "ZZ", "state"), ["share_ppm", "decisive_influence"])
	foreign_of([party], [held(0, "LAB", [unsure])]) == {}
}

test_decisive_influence_controls_by_any_share if {
	decisive := object.union(minority, {"decisive_influence": true})
	foreign_of([party], [held(0, "LAB", [decisive])]) == {"/parties/0": {"/ownership/0/holders/0"}}
	silent := object.remove(decisive, ["share_ppm"])
	foreign_of([party], [held(0, "LAB", [silent])]) == {"/parties/0": {"/ownership/0/holders/0"}}
}
