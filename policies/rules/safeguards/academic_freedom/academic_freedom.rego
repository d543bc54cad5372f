# METADATA
# title: Academic freedom and research integrity are guaranteed
# description: >
#   Influence works through what may be asked and published. The agreement obliges everyone to respect
#   academic freedom; a grant names the code of conduct, a partnership at least research integrity.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/C/2024/3510/oj
#     description: Council Recommendation on enhancing research security, principle of academic freedom
#   - ref: https://ec.europa.eu/info/funding-tenders/opportunities/docs/2021-2027/common/guidance/aga_en.pdf
#     description: EU Annotated Grant Agreement V2.0, Annex 5, research integrity
# custom:
#   id: SG-19
#   severity: high
#   bindingness: guidance
#   threats: [malign_influence, ethics_integrity]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement, consortium_agreement]
#   effective_from: "2021-01-01"
#   remedy: >
#     Oblige everyone to respect academic freedom and, in a grant agreement, the European Code of
#     Conduct for Research Integrity.
package rscheck.rules.safeguards.academic_freedom

import data.rscheck.lib.norms
import data.rscheck.lib.weighing

subjects contains "/document"

parts := {"freedom", integrity}

# What stands for integrity in this kind of agreement.
integrity := {"grant_agreement": "code_of_conduct", "consortium_agreement": "integrity"}[input.facts.document.kind]

compliant contains proof if some proof in weighing.proofs(parts, weights)

violations contains violation if some violation in weighing.insufficient(parts, weights)

violations contains {"subject": "/document", "part": part, "at": places, "message": message} if {
	count(norms.unclear(topic)) == 0
	some part, places in weighing.left_out(parts, weights)
	message := sprintf("the duty leaves out %s", [said[part]])
}

violations contains {"subject": "/document", "absent": topic, "message": "academic freedom is not guaranteed"} if {
	norms.silent(topic)
}

doubts contains doubt if some doubt in weighing.document_doubts(norms.doubts(topic, actions, weighing.proving(weights)))

doubts contains doubt if some doubt in weighing.limited(parts, weights)

topic := "academic_freedom"

actions := {"respect", "ensure", "comply"}

said := {"freedom": "academic freedom", "integrity": "research integrity", "code_of_conduct": "the code of conduct for integrity"}

weights := {weighing.weight(norm, reach(norm), checks(norm)) | some norm in norms.duties_to(topic, actions)}

# Whoever keeps the code of conduct keeps integrity.
reach(norm) := aspects | {"integrity" | some "code_of_conduct" in aspects} if {
	aspects := {aspect | some aspect in norm.covers}
}

checks(norm) := {
	"the duty does not bind everyone who takes part": norms.bearer_or_thing(norm, topic),
	"the duty is limited": norms.whole(norm),
}
