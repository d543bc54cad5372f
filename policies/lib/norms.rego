# Norms by topic: which bind, whom, and what takes them away again.
package rscheck.lib.norms

everybody := {"each", "all", "any"}

participants := {"beneficiary", "party"}

# Terms that name only some of those who take part, or none of them.
others := {"coordinator", "granting_authority", "affiliated_entity", "associated_partner", "staff"}

clause_of := {clause.ref: clause | some clause in input.facts.clauses}

# Recitals, templates and quotations do not bind.
binding := [norm | some norm in input.facts.norms; clause_of[norm.clause].binding == true]

by_topic := {topic: found |
	some topic in {topic | some norm in binding; some topic in norm.topics}
	found := {norm | some norm in binding; topic in norm.topics}
}

on(topic) := object.get(by_topic, topic, set())

duties(topic) := {norm | some norm in on(topic); obliges(norm)}

duties_to(topic, actions) := {norm | some norm in duties(topic); norm.action in actions}

# Obliged, forbidden, or permitted within limits only ("may disclose only to …").
obliges(norm) if norm.modality in {"obliged", "forbidden"}

obliges(norm) if {
	norm.modality == "permitted"
	norm.restricted
}

# Does it bind all who take part? "proven", "refuted" or "open".
bearer(norm, topic) := "proven" if {
	norm.bearer.term in participants
	norm.bearer.scope in everybody
} else := "refuted" if {
	norm.bearer.term in others
} else := "refuted" if {
	norm.bearer.scope == "named"
	count({ref | some peer in on(topic); peer.bearer.scope == "named"; some ref in peer.bearer.refs}) == 1
} else := "open"

# A sentence about a thing binds whoever is party to the agreement.
bearer_or_thing(norm, topic) := "proven" if {
	norm.bearer.term == "thing"
} else := bearer(norm, topic)

# Nothing limits the duty or is taken out of it.
whole(norm) := "proven" if {
	count(norm.narrowed) == 0
	count(norm.excepts) == 0
} else := "open"

# Nothing in the agreement obliges anyone on the topic, and nothing that might was left unclear.
silent(topic) if {
	count(speaking(topic)) == 0
	count(unclear(topic)) == 0
}

# As far as is known: also norms whose clause is not known.
speaking(topic) := {norm.ref |
	some norm in input.facts.norms
	topic in norm.topics
	obliges(norm)
	not void(norm.clause)
}

unclear(topic) := {entry |
	some entry in input.facts.unclear
	topic in entry.topics
	not void(entry.clause)
}

void(clause) if clause_of[clause].binding == false

# Reasons to leave a topic open although the norms at `refs` prove it.
doubts(topic, actions, refs) := union({
	{{"at": [entry.ref], "message": sprintf("a sentence on this is not understood: %s", [entry.reason])} |
		some entry in unclear(topic)
	},
	{{"at": [derogation.ref], "message": "words that take a duty away touch this one"} |
		some derogation in derogations(topic, refs)
	},
	{{"at": [norm.ref], "message": "a sentence says that there is no such duty"} |
		some norm in on(topic)
		norm.modality == "not_obliged"
		norm.action in actions
	},
})

derogations(topic, refs) := {derogation |
	some derogation in input.facts.derogations
	not void(derogation.clause)
	touches(derogation, topic, refs)
}

touches(derogation, topic, _) if topic in derogation.topics

touches(derogation, _, _) if count(derogation.topics) + count(derogation.targets) == 0

touches(derogation, _, refs) if {
	some norm in binding
	norm.ref in refs
	some target in derogation.targets
	target in lineage(norm.clause)
}

# The clause, those that hold it, and those that it holds: by number, or by level in their order.
lineage(clause) := {other.ref |
	some other in input.facts.clauses
	akin(other, clause_of[clause])
}

akin(one, other) if one.ref == other.ref

akin(one, other) if holds(one, other)

akin(one, other) if holds(other, one)

holds(holder, one) if {
	holder.number != ""
	some mark in {".", "(", " "}
	startswith(one.number, concat("", [holder.number, mark]))
}

holds(holder, one) if {
	some i, clause in input.facts.clauses
	clause.ref == one.ref
	some j, earlier in array.slice(input.facts.clauses, 0, i)
	earlier.ref == holder.ref
	every later in array.slice(input.facts.clauses, j + 1, i + 1) { later.level > holder.level }
}
