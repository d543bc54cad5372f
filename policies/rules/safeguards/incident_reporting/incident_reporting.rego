# METADATA
# title: Incidents are reported with a deadline
# description: >
#   A leak, a cyber incident or an attempt at interference can be contained in its first hours only. Who
#   takes part gives a first notice within the hours that the call sets, to a contact that is known.
# related_resources:
#   - ref: http://data.europa.eu/eli/dir/2022/2555/oj
#     description: Directive (EU) 2022/2555 (NIS2), Article 23(4), as a model
#   - ref: https://www.desca-agreement.eu
#     description: DESCA model consortium agreement (H2020), Section 10.6
# custom:
#   id: SG-24
#   severity: high
#   bindingness: guidance
#   threats: [knowledge_transfer, malign_influence, ethics_integrity]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement, consortium_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Oblige each participant to report cyber incidents, leaks and interference to a named contact,
#     with a first notice within 24 hours and the details within 72.
package rscheck.rules.safeguards.incident_reporting

import data.rscheck.lib.deadlines
import data.rscheck.lib.norms
import data.rscheck.lib.weighing

needs contains "/call/thresholds/incident_first_notice_hours"

subjects contains "/document"

parts := scope | {"contact"}

scope := {"cyber", "leak", "interference"}

compliant contains proof if some proof in weighing.proofs(scope, weights)

compliant contains {"subject": "/document", "part": "contact", "at": [norm.ref]} if {
	some norm in reports
	norm.ref in weighing.proving(weights)
	not norm.recipient in {"none", "unrecognised", ""}
}

compliant contains {"subject": "/document", "part": "contact", "at": [person.ref]} if {
	some person in input.facts.risk.responsible_persons
	person.contact != ""
}

violations contains object.union(late, {"severity": severity(late.at)}) if {
	some late in weighing.insufficient(scope, first)
}

violations contains {"subject": "/document", "part": part, "at": places, "message": message, "severity": weighing.gravity(scope, first)} if {
	count(norms.unclear(topic)) == 0
	some part, places in weighing.left_out(scope, first)
	message := sprintf("the duty to report leaves out %s", [said[part]])
}

violations contains {"subject": "/document", "absent": topic, "message": "nobody has to report incidents"} if {
	norms.silent(topic)
}

doubts contains doubt if some doubt in weighing.document_doubts(norms.doubts(topic, actions, weighing.proving(weights)))

doubts contains doubt if some doubt in weighing.limited(scope, weights)

topic := "incident_reporting"

actions := {"notify", "disclose"}

events := {"awareness", "occurrence", "none"}

said := {"cyber": "cyber incidents", "leak": "leaks", "interference": "interference"}

reports := norms.duties_to(topic, actions)

weights := {weighing.weight(norm, {aspect | some aspect in norm.covers}, checks(norm)) | some norm in reports}

# Without the later report of the details, which may take longer.
first := {weight | some weight in weights; not "details" in weight.reach} | {weight |
	some weight in weights
	weight.status == "proven"
}

checks(norm) := {
	sprintf("the first notice may take longer than %d hours", [limit.number]): deadlines.within(norm.deadline, limit, events),
	"the duty does not bind everyone who takes part": norms.bearer(norm, topic),
	"the duty is limited": norms.whole(norm),
} if {
	limit := hours(input.call.thresholds.incident_first_notice_hours)
}

# Late, but within the hours for the details: milder.
severity(places) := "medium" if {
	some norm in reports
	norm.ref in places
	norms.bearer(norm, topic) == "proven"
	deadlines.within(norm.deadline, hours(72), events) == "proven"
} else := "high"

hours(number) := {"number": number, "unit": "hours"}
