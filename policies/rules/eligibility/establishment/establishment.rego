# METADATA
# title: Participants are established where the call allows
# description: >
#   A call may limit participation to entities established in named countries or groups of them. Then
#   every beneficiary and affiliated entity must be established there.
# related_resources:
#   - ref: http://data.europa.eu/eli/reg/2021/695/oj
#     description: Regulation (EU) 2021/695 (Horizon Europe), Article 22(5)
#   - ref: http://data.europa.eu/eli/reg/2024/2509/oj
#     description: Regulation (EU, Euratom) 2024/2509 (Financial Regulation), Article 136(3)(a)
# custom:
#   id: EL-02
#   severity: critical
#   bindingness: binding
#   threats: [knowledge_transfer]
#   profiles: [horizon-europe]
#   documents: [grant_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Let the entity take part in a role that the call leaves open to it, such as associated partner,
#     or ask the granting authority whether the call allows an exception.
package rscheck.rules.eligibility.establishment

import data.rscheck.lib.countries

needs contains "/parties"

needs contains "/call/restrictions/establishment"

subjects contains party.ref if some party in input.facts.parties

compliant contains {"subject": party.ref, "at": [country, area]} if {
	some party in input.facts.parties
	countries.within(party.country, allowed) == "eligible"
	country := sprintf("%s/country", [party.ref])
}

violations contains {"subject": party.ref, "at": [place, area], "message": message} if {
	some party in input.facts.parties
	party.role in {"COO", "BEN", "AE"}
	countries.within(party.country, allowed) == "not_eligible"
	place := sprintf("%s/country", [party.ref])
	message := sprintf("established in %s, which the call does not list", [party.country])
}

exempt contains {"subject": party.ref, "at": [area]} if {
	some party in input.facts.parties
	input.call.restrictions.establishment == "none"
}

exempt contains {"subject": party.ref, "at": [sprintf("%s/role", [party.ref])]} if {
	some party in input.facts.parties
	party.role in {"AP", "IKC", "SUB", "FSTP"}
}

allowed := input.call.restrictions.establishment if is_array(input.call.restrictions.establishment)

area := "/call/restrictions/establishment"
