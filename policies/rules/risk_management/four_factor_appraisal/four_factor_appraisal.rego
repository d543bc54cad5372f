# METADATA
# title: Risk of international partners is appraised
# description: >
#   Risk comes from a combination of four factors: the own organisation, the research domain, the
#   partner's country and the partner. For each partner that is not shown to be established in and
#   controlled from a Member State or an associated country, all four are rated, with the reasons,
#   before the agreement is signed.
# related_resources:
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, risk management
#   - ref: https://mil-osi1.milnz.nz/2025/06/19/answer-to-a-written-question-controversial-collaborations-with-chinese-universities-e-000926-2025asw
#     description: Answer to written question E-000926/2025, four criteria of risk, as republished
# custom:
#   id: RM-03
#   severity: high
#   bindingness: guidance
#   threats: [knowledge_transfer, malign_influence, ethics_integrity]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement]
#   effective_from: "2024-05-30"
#   remedy: >
#     Rate the own organisation, the research domain, the partner's country and the partner, each with
#     its reasons, and date the appraisal before the signing.
package rscheck.rules.risk_management.four_factor_appraisal

import data.rscheck.lib.risk

needs contains "/parties"

subjects contains party.ref if some party in input.facts.parties

parts := risk.factors | {"date"}

compliant contains {"subject": party.ref, "part": factor.factor, "at": [factor.ref]} if {
	some party in input.facts.parties
	some factor in reasoned
	factor.factor in {"own_organisation", "research_domain"}
}

compliant contains {"subject": party.ref, "part": factor.factor, "at": [factor.ref]} if {
	some party in input.facts.parties
	some factor in reasoned
	factor.factor in {"partner_country", "partner_organisation"}
	factor.subject == party.ref
}

compliant contains {"subject": party.ref, "part": "date", "at": ["/risk/appraisal/date"]} if {
	risk.in_time(input.facts.risk.appraisal.date)
	some party in input.facts.parties
}

violations contains {"subject": ref, "at": sort(places), "absent": "risk_appraisal"} if {
	some ref, places in risk.foreign
	not input.facts.risk.appraisal
}

violations contains {"subject": ref, "part": "date", "at": ["/risk/appraisal/date"], "message": message} if {
	some ref, _ in risk.foreign
	risk.late(input.facts.risk.appraisal.date)
	message := "the risk was appraised after the signing"
}

exempt contains {"subject": ref, "at": places} if some ref, places in risk.home

reasoned contains factor if {
	some factor in input.facts.risk.appraisal.factors
	factor.rating in {"low", "elevated", "high"}
	factor.rationale != ""
}
