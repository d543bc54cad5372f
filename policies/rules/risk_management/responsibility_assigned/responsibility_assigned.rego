# METADATA
# title: Responsibility for research security is assigned
# description: >
#   A risk that nobody answers for is not managed. Each beneficiary names the function that answers
#   for research security, and how to reach it.
# related_resources:
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, research performing organisations
# custom:
#   id: RM-06
#   severity: high
#   bindingness: guidance
#   threats: [knowledge_transfer, malign_influence, ethics_integrity]
#   profiles: [council-recommendation]
#   documents: [grant_agreement]
#   effective_from: "2024-05-30"
#   remedy: Name a function that answers for research security, with a contact, before the start.
package rscheck.rules.risk_management.responsibility_assigned

needs contains "/parties"

subjects contains party.ref if some party in input.facts.parties

compliant contains {"subject": party.ref, "at": [row.ref]} if {
	some party in beneficiaries
	some row in input.facts.risk.responsible_persons
	row.party == party.ref
	row.function != ""
	row.contact != ""
}

violations contains {"subject": party.ref, "absent": "responsible_persons"} if {
	some party in beneficiaries
	not party.ref in named
}

exempt contains {"subject": party.ref, "at": [sprintf("%s/role", [party.ref])]} if {
	some party in input.facts.parties
	party.role in {"AE", "AP", "IKC", "SUB", "FSTP"}
}

beneficiaries contains party if {
	some party in input.facts.parties
	party.role in {"BEN", "COO"}
}

named contains row.party if some row in input.facts.risk.responsible_persons
