# METADATA
# title: No participant is controlled from a country that is not eligible
# description: >
#   A call may keep out entities that others control, directly or through intermediate entities. Every
#   layer of ownership counts, up to the ultimate owner.
# related_resources:
#   - ref: http://data.europa.eu/eli/reg/2021/695/oj
#     description: Regulation (EU) 2021/695 (Horizon Europe), Article 22(5)
#   - ref: http://data.europa.eu/eli/reg/2024/2509/oj
#     description: Regulation (EU, Euratom) 2024/2509 (Financial Regulation), Article 136(3)(a)
# custom:
#   id: EL-03
#   severity: critical
#   bindingness: binding
#   threats: [knowledge_transfer, malign_influence]
#   profiles: [horizon-europe]
#   documents: [grant_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Offer the guarantees that the call allows for controlled entities, let the entity take part in a
#     role that is open to it, or restructure the ownership before signing.
package rscheck.rules.eligibility.control

import data.rscheck.lib.countries
import data.rscheck.lib.ownership

needs contains "/parties"

needs contains "/call/restrictions/control"

subjects contains party.ref if some party in input.facts.parties

compliant contains {"subject": party.ref, "at": sort(places)} if {
	some party in input.facts.parties
	ownership.known(party)
	chain := ownership.above(party.short_name, ownership.possible)
	every holder in chain { countries.eligible(holder.country) == "eligible" }
	places := {holder.ref | some holder in chain}
}

violations contains {"subject": party.ref, "at": [holder.ref, restriction], "message": message} if {
	some party, holder in controlled
	not guaranteed(party)
	message := sprintf("%s is controlled by %s in %s", [party.short_name, holder.name, holder.country])
}

doubts contains {"subject": party.ref, "at": [holder.ref, guarantees], "message": message} if {
	some party, holder in controlled
	guaranteed(party)
	message := sprintf("%s is controlled by %s; the guarantee has to be examined", [party.short_name, holder.name])
}

exempt contains {"subject": party.ref, "at": [restriction]} if {
	some party in input.facts.parties
	input.call.restrictions.control == false
}

exempt contains {"subject": party.ref, "at": [sprintf("%s/role", [party.ref])]} if {
	some party in input.facts.parties
	party.role in {"AP", "IKC", "SUB", "FSTP"}
}

controlled[party] := holder if {
	input.call.restrictions.control == true
	some party in input.facts.parties
	party.role in {"COO", "BEN", "AE"}
	holder := sort([found |
		some found in ownership.above(party.short_name, ownership.certain)
		countries.eligible(found.country) == "not_eligible"
	])[0]
}

guaranteed(party) if party.short_name in input.call.control_guarantees

restriction := "/call/restrictions/control"

guarantees := "/call/control_guarantees"
