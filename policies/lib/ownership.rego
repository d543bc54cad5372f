# Who may control whom, from the table of owners: a share above one half or decisive influence does;
# where neither is stated, control is possible. Walks end at owners who own themselves.
package rscheck.lib.ownership

# Everyone on the way up from a party is known, to a last owner; a circle has none.
known(party) if {
	chain := above(party.short_name, possible)
	canonical(party.short_name) in led
	every holder in chain { accounted(holder) }
	some last in chain
	last.kind in owners_of_themselves
}

# All who may control a party, and itself.
names(party) := {canonical(party.short_name)} | {canonical(holder.name) |
	some holder in above(party.short_name, possible)
}

# Proven: neither controls the other, and nobody controls both.
independent(one, other) if {
	known(one)
	known(other)
	count(names(one) & names(other)) == 0
}

accounted(holder) if holder.kind in owners_of_themselves

accounted(holder) if canonical(holder.name) in led

owners_of_themselves := {"state", "natural persons", "public body"}

# Entities with a holder that is certain to control them.
led := object.keys(certain)

# Holders that may control an entity, and those that are certain to.
possible[canonical(row.entity)] contains holder if {
	some row in input.facts.ownership
	some holder in row.holders
	not minor(holder)
}

certain[canonical(row.entity)] contains holder if {
	some row in input.facts.ownership
	some holder in row.holders
	controls(holder)
}

minor(holder) if {
	holder.share_ppm <= 500000
	holder.decisive_influence == false
}

controls(holder) if holder.share_ppm > 500000

controls(holder) if holder.decisive_influence == true

# All holders on the way up from an entity.
above(entity, edges) := {holder |
	some node in graph.reachable(graph_of(edges), {canonical(entity)})
	some holder in edges[node]
}

graph_of(edges) := {node: {canonical(holder.name) | some holder in holders} | some node, holders in edges}

canonical(name) := min(aliases[name])

canonical(name) := name if not aliases[name]

# A party may go by its legal name in the table of owners.
aliases[party.legal_name] contains party.short_name if some party in input.facts.parties
