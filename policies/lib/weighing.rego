# Norms against the parts of a rule. A weight says of one norm: where it is, which aspects it
# reaches, whether it is good enough ("proven", "refuted", "open"), and why not.
package rscheck.lib.weighing

# `checks` maps what would be wrong to what is known of it.
weight(norm, reach, checks) := {
	"at": norm.ref,
	"reach": reach,
	"status": worst({status | some status in checks}),
	"why": concat("; ", sort([wrong | some wrong, status in checks; status == "refuted"])),
	"limits": concat(", ", sort(array.concat(norm.narrowed, norm.excepts))),
}

worst(statuses) := "refuted" if {
	"refuted" in statuses
} else := "open" if {
	"open" in statuses
} else := "proven" if {
	"proven" in statuses
}

# Every norm that is good enough proves each part that it reaches.
proofs(parts, weights) := {{"subject": "/document", "part": part, "at": [weight.at]} |
	some weight in weights
	weight.status == "proven"
	some part in parts
	part in weight.reach
}

proving(weights) := {weight.at | some weight in weights; weight.status == "proven"}

# Parts for which norms were found, and every one of them is positively not enough.
insufficient(parts, weights) := {{"subject": "/document", "part": part, "at": [weight.at], "message": weight.why} |
	some part in parts
	reaching := {weight | some weight in weights; part in weight.reach}
	count(reaching) > 0
	every weight in reaching { weight.status == "refuted" }
	some weight in reaching
}

# Parts that no norm reaches, although each says what it reaches and nothing on the topic is unclear.
left_out(parts, weights) := {part: places |
	count(weights) > 0
	every weight in weights { count(weight.reach) > 0 }
	some part in parts
	count({weight | some weight in weights; part in weight.reach}) == 0
	places := sort([weight.at | some weight in weights])
}

# How grave it is to leave a part out: milder where the duty reaches another part.
gravity(parts, weights) := "medium" if {
	some weight in weights
	some part in parts
	part in weight.reach
} else := "high"

# A limited duty is a doubt only where no unlimited one proves the part.
limited(parts, weights) := {{"subject": "/document", "at": [weight.at], "message": message} |
	some part in parts
	count({weight | some weight in weights; part in weight.reach; weight.status == "proven"}) == 0
	some weight in weights
	part in weight.reach
	weight.limits != ""
	message := sprintf("the duty is limited: %s", [weight.limits])
}

# The doubts of a whole topic, about the document.
document_doubts(found) := {object.union(doubt, {"subject": "/document"}) | some doubt in found}
