# The single entrypoint: asks every rule of the manifest and judges its subjects.
# A pass is proven, never the default; what a rule got wrong is an error, never an outcome.
package rscheck

import data.rscheck.lib.pointers
import data.rscheck.lib.registry

# A rule that does not exist, or whose document kind, profile or dates are undefined, has no entry.
report[id] := judgement if {
	some id, entry in data.rscheck.manifest
	reason := unconcerned(entry)
	judgement := judged(entry, reason)
}

judged(_, reason) := {
	"outcome": "not_applicable",
	"reason": reason,
	"missing": [],
	"subjects": {},
	"errors": [],
} if reason != ""

judged(entry, "") := weighed(entry, said(entry))

# Why the rule does not concern this document; "" if it does; undefined if that cannot be told.
unconcerned(entry) := concat("", array.slice(reasons, 0, 1)) if {
	gates := [
		["document kind", input.facts.document.kind in entry.documents],
		["profile", profiled(entry)],
		["not in force", in_force(entry)],
	]
	reasons := [name | some [name, holds] in gates; holds == false]
}

profiled(entry) := count(given & {profile | some profile in entry.profiles}) > 0 if {
	is_array(input.profiles)
	given := {profile | some profile in input.profiles}
}

in_force(entry) := {begun, unended} == {true} if {
	begun := entry.effective_from <= input.as_of
	unended := input.as_of <= object.get(entry, "effective_until", "9999-12-31")
}

# All that a rule says. The first three are required: undefined, the rule is missing from the answer.
said(entry) := {
	"subjects": data.rscheck.rules[entry.category][entry.rule].subjects,
	"compliant": data.rscheck.rules[entry.category][entry.rule].compliant,
	"violations": data.rscheck.rules[entry.category][entry.rule].violations,
	"exempt": {said | some said in data.rscheck.rules[entry.category][entry.rule].exempt},
	"doubts": {said | some said in data.rscheck.rules[entry.category][entry.rule].doubts},
	"needs": {said | some said in data.rscheck.rules[entry.category][entry.rule].needs},
	"parts": parts,
} if {
	named := {part | some part in data.rscheck.rules[entry.category][entry.rule].parts}
	parts := named | {"" | count(named) == 0}
}

weighed(entry, words) := {
	"outcome": outcome,
	"reason": reason(words, missing, outcome),
	"missing": missing,
	"subjects": subjects,
	"errors": sort(errors(entry, words)),
} if {
	missing := sort({pointer | some pointer in words.needs; not pointers.found(pointer)})
	subjects := {subject: verdict |
		some subject in words.subjects
		verdict := weighed_subject(entry, words, missing, subject)
	}
	outcome := overall({verdict.outcome | some verdict in subjects}, words.needs, missing)
}

reason(words, missing, outcome) := "need absent" if {
	count(missing) > 0
	outcome == "undetermined"
} else := "no subjects" if {
	count(words.subjects) == 0
} else := ""

# The worst subject decides. Without subjects, only a need that is there and empty shows that the
# rule has nothing to judge.
overall(outcomes, needs, missing) := "fail" if {
	"fail" in outcomes
} else := "undetermined" if {
	count(missing) > 0
} else := "undetermined" if {
	"undetermined" in outcomes
} else := "pass" if {
	"pass" in outcomes
} else := "not_applicable" if {
	"not_applicable" in outcomes
} else := "not_applicable" if {
	some pointer in needs
	pointers.empty(pointer)
} else := "undetermined"

weighed_subject(entry, words, missing, subject) := {
	"outcome": subject_outcome(violations, doubts, missing, exempt, unproven),
	"proofs": [picked(proof, {"at", "part"}) | some proof in proofs],
	"unproven": unproven,
	"doubts": [{"at": places(doubt), "message": object.get(doubt, "message", "")} | some doubt in doubts],
	"violations": violations,
	"exempt": [picked(one, {"at"}) | some one in exempt],
} if {
	standing := [v | some v in words.violations; v.subject == subject; counts(v, missing)]
	violations := sort({shaped(entry, v) | some v in standing})
	doubts := [doubt | some doubt in words.doubts; doubt.subject == subject]
	exempt := [one | some one in words.exempt; one.subject == subject; stated(one)]
	proofs := [proof | some proof in words.compliant; proof.subject == subject; stated(proof)]
	proven := {object.get(proof, "part", "") | some proof in proofs}
	settled := {part | some v in standing; some part in settles(entry, v, words.parts)}
	open := sort((words.parts - proven) - settled)
	unproven := [part | some part in open; count(exempt) == 0]
}

subject_outcome(violations, doubts, missing, exempt, unproven) := "fail" if {
	count(violations) > 0
} else := "undetermined" if {
	count(doubts) + count(missing) > 0
} else := "not_applicable" if {
	count(exempt) > 0
} else := "undetermined" if {
	count(unproven) > 0
} else := "pass"

# Where a need is absent, what is there still counts; what is missing does not.
counts(_, []) := true

counts(violation, missing) if {
	count(missing) > 0
	count(places(violation)) > 0
	not "absent" in object.keys(violation)
}

# The parts that a violation decides, so that they are not open as well. A mild violation decides no
# more than the part it names.
settles(_, _, {""}) := {""}

settles(_, violation, parts) := {violation.part} if parts != {""}

settles(entry, violation, parts) := parts if {
	parts != {""}
	violation.absent
	not "part" in object.keys(violation)
	object.get(violation, "severity", entry.severity) == entry.severity
}

# Parts that fail for one reason are one finding.
shaped(entry, violation) := object.union(
	{"message": object.get(violation, "message", ""), "severity": object.get(violation, "severity", entry.severity)},
	picked(violation, {"at", "absent"}),
)

picked(said, keys) := {key: value |
	some key, raw in said
	key in keys
	value := ordered(key, raw)
}

ordered("at", raw) := sort(raw)

ordered(key, raw) := raw if key != "at"

places(said) := sort(object.get(said, "at", []))

# Rests on nothing that was only inferred.
stated(said) if {
	count(places(said)) > 0
	shaky := [place | some place in said.at; some ref in input.facts.inferred; pointers.touch(place, ref)]
	count(shaky) == 0
}

# What the author of the rule got wrong.
errors(entry, words) := union({
	{sprintf("%s: %v is not in subjects", [kind, said.subject]) |
		some kind in {"compliant", "violations", "exempt", "doubts"}
		some said in words[kind]
		not said.subject in words.subjects
	},
	{sprintf("%s: an object without subject", [kind]) |
		some kind in {"compliant", "violations", "exempt", "doubts"}
		some said in words[kind]
		not "subject" in object.keys(said)
	},
	{sprintf("%s: %v rests on an empty `at`", [kind, said.subject]) |
		some kind in {"compliant", "exempt", "doubts"}
		some said in words[kind]
		count(places(said)) == 0
	},
	{sprintf("violations: %v has neither `at` nor `absent`", [violation.subject]) |
		some violation in words.violations
		count(places(violation)) == 0
		not "absent" in object.keys(violation)
	},
	{sprintf("%v is both exempt and in violation", [one.subject]) |
		some one in words.exempt
		some violation in words.violations
		violation.subject == one.subject
	},
	{sprintf("compliant: unknown part %q", [part]) |
		some proof in words.compliant
		part := object.get(proof, "part", "")
		not part in words.parts
	},
	{sprintf("violations: unknown part %q", [violation.part]) |
		some violation in words.violations
		not violation.part in words.parts
	},
	{sprintf("violations: unknown absent %q", [violation.absent]) |
		some violation in words.violations
		not violation.absent in registry.absent
	},
	{sprintf("violations: severity %q is not at most %q", [violation.severity, entry.severity]) |
		some violation in words.violations
		not milder(violation.severity, entry.severity)
	},
})

milder(severity, own) if registry.severities[severity] <= registry.severities[own]
