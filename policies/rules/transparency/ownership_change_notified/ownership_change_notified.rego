# METADATA
# title: A change of ownership or control is notified
# description: >
#   Whoever holds the grant may come under the control of others while it runs. The funder can only
#   judge that if it learns of it at once, whether the change is direct or not.
# related_resources:
#   - ref: https://ec.europa.eu/info/funding-tenders/opportunities/docs/2021-2027/common/guidance/aga_en.pdf
#     description: EU Annotated Grant Agreement V2.0, Articles 19.3(a)(i), 19.3(b) and 32.3.1(b)
# custom:
#   id: TR-06
#   severity: high
#   bindingness: contractual
#   threats: [knowledge_transfer, malign_influence]
#   profiles: [horizon-europe]
#   documents: [grant_agreement, consortium_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Oblige every participant to inform immediately of direct and indirect changes of ownership and
#     control, also at its affiliated entities, and of circumstances that affect the award.
package rscheck.rules.transparency.ownership_change_notified

import data.rscheck.lib.deadlines
import data.rscheck.lib.norms
import data.rscheck.lib.weighing

subjects contains "/document"

parts := {"ownership", "control", "direct_change", "indirect_change", "affiliated_entities", "award_circumstances"}

compliant contains proof if some proof in weighing.proofs(parts, weights)

violations contains violation if some violation in weighing.insufficient(parts, weights)

violations contains object.union(left_out, {"severity": severity[left_out.part]}) if {
	count(norms.unclear(topic)) == 0
	some part, places in weighing.left_out(parts, weights)
	message := sprintf("narrower trigger: the duty leaves out %s", [replace(part, "_", " ")])
	left_out := {"subject": "/document", "part": part, "at": places, "message": message}
}

violations contains {"subject": "/document", "absent": topic, "message": message} if {
	norms.silent(topic)
	message := "nobody has to tell of a change of ownership or control"
}

doubts contains doubt if some doubt in weighing.document_doubts(norms.doubts(topic, actions, weighing.proving(weights)))

doubts contains doubt if some doubt in weighing.limited(parts, weights)

topic := "ownership_change"

actions := {"notify", "update", "disclose"}

events := {"change", "awareness", "occurrence", "none"}

# Immediately: without delay at the worst, which is five days.
limit := {"number": 5, "unit": "days"}

severity[part] := "medium" if some part in (parts - {"ownership", "control"})

severity[part] := "high" if some part in {"ownership", "control"}

weights := {weighing.weight(norm, reach(norm), checks(norm)) | some norm in norms.duties_to(topic, actions)}

# A change of ownership or control of which nothing more is said is a direct one.
reach(norm) := named | {"direct_change"} if {
	named := {aspect | some aspect in norm.covers}
	count(named & {"ownership", "control"}) > 0
	count(named & {"indirect_change"}) == 0
} else := {aspect | some aspect in norm.covers}

checks(norm) := {
	"the notice may take longer than 5 days": deadlines.within(norm.deadline, limit, events),
	"the duty does not bind everyone who takes part": norms.bearer(norm, topic),
	"the duty is limited": norms.whole(norm),
}
