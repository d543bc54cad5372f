# METADATA
# title: Union funding goes only to entities that may receive it
# description: >
#   Entities of Member States and of countries associated in scope are funded; others only where the
#   call lists their country. An associated partner receives nothing.
# related_resources:
#   - ref: http://data.europa.eu/eli/reg/2021/695/oj
#     description: Regulation (EU) 2021/695 (Horizon Europe), Article 23(1) to (3)
# custom:
#   id: EL-07
#   severity: critical
#   bindingness: binding
#   threats: [ethics_integrity]
#   profiles: [horizon-europe]
#   documents: [grant_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Let the entity take part as associated partner without funding, or obtain the decision that its
#     participation is essential.
package rscheck.rules.eligibility.funding_eligible

import data.rscheck.lib.countries

needs contains "/parties"

subjects contains party.ref if some party in input.facts.parties

compliant contains {"subject": party.ref, "at": [amount, sprintf("%s/country", [party.ref]), row]} if {
	some party, amount in funded
	countries.eligible(party.country) == "eligible"
	row := countries.at(party.country)
}

compliant contains {"subject": party.ref, "at": [amount, sprintf("%s/country", [party.ref]), listed]} if {
	some party, amount in funded
	party.country in input.call.funded_third_countries
	listed := "/call/funded_third_countries"
}

compliant contains {"subject": party.ref, "at": [sprintf("%s/maximum_grant", [party.ref])]} if {
	some party in input.facts.parties
	party.maximum_grant.minor == 0
}

violations contains {"subject": party.ref, "at": [amount, place], "message": message} if {
	some party, amount in funded
	countries.eligible(party.country) == "not_eligible"
	not party.country in listed_countries
	place := sprintf("%s/country", [party.ref])
	message := sprintf("receives funding and is established in %s, neither Member State nor associated in scope", [party.country])
}

violations contains {"subject": party.ref, "at": [amount, place], "message": message} if {
	some party in input.facts.parties
	party.role == "AP"
	party.maximum_grant.minor > 0
	amount := sprintf("%s/maximum_grant", [party.ref])
	place := sprintf("%s/role", [party.ref])
	message := "an associated partner receives no funding under the agreement"
}

# Without a role nobody can tell whether the amount may be there.
funded[party] := sprintf("%s/maximum_grant", [party.ref]) if {
	some party in input.facts.parties
	party.maximum_grant.minor > 0
	party.role in {"COO", "BEN", "AE"}
}

default listed_countries := []

listed_countries := input.call.funded_third_countries
