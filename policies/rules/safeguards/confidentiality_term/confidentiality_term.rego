# METADATA
# title: Confidentiality is limited to those who need to know, and lasts
# description: >
#   Sensitive information leaks through people who need not have it and after a duty has ended. It goes
#   only to persons who need to know it and are bound themselves, for years after the end.
# related_resources:
#   - ref: https://ec.europa.eu/info/funding-tenders/opportunities/docs/2021-2027/common/guidance/aga_en.pdf
#     description: EU Annotated Grant Agreement V2.0, Article 13.1 and Data Sheet point 6
#   - ref: https://www.desca-agreement.eu
#     description: DESCA model consortium agreement (H2020), Section 10
# custom:
#   id: SG-01
#   severity: high
#   bindingness: contractual
#   threats: [knowledge_transfer]
#   profiles: [horizon-europe]
#   documents: [grant_agreement, consortium_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Allow disclosure only to persons who need to know and are bound by confidentiality, for at least
#     5 years after the final payment (grant agreement) or 4 years after the end (consortium agreement).
package rscheck.rules.safeguards.confidentiality_term

import data.rscheck.lib.deadlines
import data.rscheck.lib.norms
import data.rscheck.lib.weighing

subjects contains "/document"

parts := persons | {"term"}

persons := {"need_to_know", "bound_persons"}

compliant contains proof if some proof in weighing.proofs(parts, weights)

violations contains violation if some violation in weighing.insufficient(parts, weights)

violations contains {"subject": "/document", "part": part, "at": places, "message": message} if {
	count(norms.unclear(topic)) == 0
	places := sort([norm.ref | some norm in norms.duties(topic)])
	count(places) > 0
	some part in persons
	count({norm.ref | some norm in norms.on(topic); hints(norm, part)}) == 0
	message := sprintf("disclosure is not limited to %s", [said[part]])
}

violations contains {"subject": "/document", "absent": topic, "message": "nobody has to keep anything confidential"} if {
	norms.silent(topic)
}

doubts contains doubt if some doubt in weighing.document_doubts(norms.doubts(topic, actions, weighing.proving(weights)))

doubts contains doubt if some doubt in weighing.limited(parts, weights)

topic := "confidentiality"

actions := {"keep_confidential", "disclose", "use", "give_access"}

said := {"need_to_know": "persons who need to know", "bound_persons": "persons bound by confidentiality"}

# How long, after which event, in which kind of agreement; and which events come before it.
term := {
	"grant_agreement": {"limit": {"number": 5, "unit": "years"}, "after": {"final_payment"}, "earlier": {"end", "start", "signature"}},
	"consortium_agreement": {"limit": {"number": 4, "unit": "years"}, "after": {"end", "final_payment"}, "earlier": {"start", "signature"}},
}[input.facts.document.kind]

weights := limits | terms

limits := {weighing.weight(norm, reach, checks) |
	some norm in norms.duties(topic)
	reach := {aspect | some aspect in norm.covers; aspect in persons}
	count(reach) > 0
	checks := object.union(binds(norm), {"the duty is limited": unlimited(norm)})
}

terms := {weighing.weight(norm, {"term"}, checks) |
	some norm in norms.duties_to(topic, actions)
	norm.deadline.relation in {"for", "at_least"}
	message := sprintf("confidentiality ends sooner than %d years after %s", [term.limit.number, sort(term.after)[0]])
	lasts := deadlines.lasts(norm.deadline, term.limit, term.after, term.earlier)
	checks := object.union(binds(norm), {message: lasts, "the duty is limited": unlimited(norm)})
}

binds(norm) := {"the duty does not bind everyone who takes part": norms.bearer_or_thing(norm, topic)}

# Those who need to know are the exception that the rule wants.
unlimited(norm) := "proven" if {
	count(norm.narrowed) == 0
	count({exception | some exception in norm.excepts} - persons) == 0
} else := "open"

hints(norm, part) if part in norm.covers

hints(norm, part) if part in norm.excepts

hints(norm, _) if norm.action == "unrecognised"
