# METADATA
# title: A transfer of results is announced in time to object
# description: >
#   Results that change hands may leave the Union. The others must hear of it 45 days before, and have
#   30 days to object.
# related_resources:
#   - ref: http://data.europa.eu/eli/reg/2021/695/oj
#     description: Regulation (EU) 2021/695, Article 40(2)
#   - ref: https://ec.europa.eu/info/funding-tenders/opportunities/docs/2021-2027/common/guidance/aga_en.pdf
#     description: EU Annotated Grant Agreement V2.0, Annex 5, transfer of ownership of results
#   - ref: https://www.desca-agreement.eu
#     description: DESCA model consortium agreement (H2020), Section 8.3
# custom:
#   id: SG-14
#   severity: medium
#   bindingness: contractual
#   threats: [knowledge_transfer]
#   profiles: [horizon-europe]
#   documents: [grant_agreement, consortium_agreement]
#   effective_from: "2021-01-01"
#   remedy: Ask for at least 45 days' advance notice of a transfer and allow 30 days to object.
package rscheck.rules.safeguards.transfer_notice

import data.rscheck.lib.deadlines
import data.rscheck.lib.norms
import data.rscheck.lib.weighing

subjects contains "/document"

parts := {"notice", "objection"}

compliant contains proof if some proof in weighing.proofs(parts, weights)

violations contains violation if some violation in weighing.insufficient(parts, weights)

violations contains {"subject": "/document", "part": "objection", "at": places, "message": message} if {
	count(norms.unclear(topic)) == 0
	places := sort([weight.at | some weight in notices])
	count(places) > 0
	count({norm.ref | some norm in norms.on(topic); norm.action in {"object", "unrecognised"}}) == 0
	message := "the others have no right to object"
}

violations contains {"subject": "/document", "absent": topic, "message": "a transfer of results needs no notice"} if {
	norms.silent(topic)
}

doubts contains doubt if {
	some doubt in weighing.document_doubts(norms.doubts(topic, actions, weighing.proving(weights)))
	count({ref | some ref in doubt.at; ref in waivers}) == 0
}

doubts contains doubt if some doubt in weighing.limited(parts, weights)

topic := "transfer"

actions := {"notify", "object"}

weights := notices | objections

notices := {weighing.weight(norm, {"notice"}, checks) |
	some norm in norms.duties_to(topic, {"notify"})
	checks := {
		"the notice may be shorter than 45 days": deadlines.at_least(norm.deadline, days(45), {"at_least"}, announced),
		"the duty does not bind everyone who takes part": norms.bearer(norm, topic),
		"the notice goes to the funder only": served(norm),
		"the duty is limited": norms.whole(norm),
	}
}

objections := {weighing.weight(norm, {"objection"}, checks) |
	some norm in norms.on(topic)
	norm.action == "object"
	norm.modality in {"permitted", "obliged"}
	checks := {
		"there may be fewer than 30 days to object": deadlines.at_least(norm.deadline, days(30), {"within", "at_least"}, received),
		"not everyone who takes part may object": norms.bearer(norm, topic),
		"the right is limited": norms.whole(norm),
	}
}

announced := {"none", "occurrence", "change"}

received := {"none", "receipt", "awareness"}

days(number) := {"number": number, "unit": "days"}

served(norm) := "open" if {
	norm.recipient == "granting_authority"
} else := "proven"

# The others may waive notice for third parties that are named: they take no clause away.
waivers contains derogation.ref if {
	count(input.facts.simplified_transfer) > 0
	some derogation in input.facts.derogations
	count(derogation.targets) == 0
	derogation.topics == [topic]
}
