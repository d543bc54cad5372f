# METADATA
# title: High risk is signed off above the unit
# description: >
#   Who proposes a risky project does not decide alone. A project of high risk is signed off at the
#   level of the institution, before the agreement is signed.
# related_resources:
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, internal procedures to sign off high-risk projects
# custom:
#   id: RM-05
#   severity: high
#   bindingness: guidance
#   threats: [knowledge_transfer, malign_influence, ethics_integrity]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement]
#   effective_from: "2024-05-30"
#   remedy: Have the project signed off by the management of the institution before the signing.
package rscheck.rules.risk_management.sign_off

import data.rscheck.lib.risk

subjects contains "/document"

compliant contains {"subject": "/document", "at": ["/risk/sign_off/by", "/risk/sign_off/date"]} if {
	input.facts.risk.sign_off.by != ""
	input.facts.risk.sign_off.level == "institution"
	risk.in_time(input.facts.risk.sign_off.date)
}

violations contains {"subject": "/document", "absent": "sign_off"} if {
	risk.tier.least == 3
	not input.facts.risk.sign_off
}

violations contains {"subject": "/document", "at": ["/risk/sign_off/by"], "message": message} if {
	risk.tier.least == 3
	input.facts.risk.sign_off.level == "unit"
	message := "a high risk is signed off within the unit"
}

violations contains {"subject": "/document", "at": ["/risk/sign_off/date"], "message": message} if {
	risk.tier.least == 3
	risk.late(input.facts.risk.sign_off.date)
	message := "a high risk was signed off after the signing"
}

exempt contains {"subject": "/document", "at": risk.shown} if risk.tier.most < 3
