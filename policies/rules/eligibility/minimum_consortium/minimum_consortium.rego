# METADATA
# title: The consortium has the minimum of independent participants
# description: >
#   A research or innovation action needs three independent beneficiaries, each in another Member State
#   or associated country, and at least one of them in a Member State.
# related_resources:
#   - ref: http://data.europa.eu/eli/reg/2021/695/oj
#     description: Regulation (EU) 2021/695 (Horizon Europe), Article 22(2) to (4)
# custom:
#   id: EL-01
#   severity: critical
#   bindingness: binding
#   threats: [ethics_integrity]
#   profiles: [horizon-europe]
#   documents: [grant_agreement]
#   effective_from: "2021-01-01"
#   remedy: Add a beneficiary that is independent of the others, in another eligible country.
package rscheck.rules.eligibility.minimum_consortium

import data.rscheck.lib.countries
import data.rscheck.lib.ownership

needs contains "/parties"

needs contains "/project/type_of_action"

subjects contains "/document"

compliant contains {"subject": "/document", "at": sort(places)} if {
	concerned
	enough
	places := {sprintf("%s/country", [party.ref]) | some party in proven}
}

violations contains {"subject": "/document", "at": ["/parties"], "message": message} if {
	concerned
	reach := count(countries_possible) + count(countries_absent)
	reach < 3
	message := sprintf("beneficiaries in %d eligible countries at most; three are needed", [reach])
}

violations contains {"subject": "/document", "at": ["/parties"], "message": message} if {
	concerned
	count({country | some country in countries_possible; countries.member(country) == "yes"}) == 0
	count({country | some country in countries_possible; not countries.member(country)}) == 0
	count(countries_absent) == 0
	message := "no beneficiary is established in a Member State"
}

exempt contains {"subject": "/document", "at": ["/project/type_of_action"]} if {
	input.facts.project.type_of_action in {"CSA", "ERC", "EIC", "MSCA", "COFUND"}
}

concerned if input.facts.project.type_of_action in {"RIA", "IA"}

enough if {
	some first in proven
	countries.member(first.country) == "yes"
	some second in proven
	second.country != first.country
	ownership.independent(first, second)
	some third in proven
	not third.country in {first.country, second.country}
	ownership.independent(first, third)
	ownership.independent(second, third)
}

proven contains party if {
	some party in input.facts.parties
	party.role in {"COO", "BEN"}
	countries.eligible(party.country) == "eligible"
}

# Whoever may still count: a role or a country that is not stated counts for the agreement here.
candidates contains party if {
	some party in input.facts.parties
	object.get(party, "role", "BEN") in {"COO", "BEN"}
}

countries_possible contains party.country if {
	some party in candidates
	countries.eligible(party.country) in {"eligible", "unknown"}
}

countries_absent contains party.ref if {
	some party in candidates
	not party.country
}
