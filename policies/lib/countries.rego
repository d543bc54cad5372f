# Which country counts as what, by dated lists: "eligible", "not_eligible" or "unknown". A list that
# is no longer valid at the date of judgement, or a scope that depends on what the call does not say,
# is unknown.
package rscheck.lib.countries

# Established in a Member State, or in an associated country within the scope of the association.
eligible(country) := "eligible" if {
	member(country) == "yes"
} else := "eligible" if {
	associated(country) == "yes"
} else := "not_eligible" if {
	member(country) == "no"
	associated(country) == "no"
} else := "unknown"

# Established in one of the codes or groups ("EU", "associated") that a call names.
within(country, areas) := "eligible" if {
	country in areas
} else := "eligible" if {
	"EU" in areas
	member(country) == "yes"
} else := "eligible" if {
	"associated" in areas
	associated(country) == "yes"
} else := "not_eligible" if {
	is_string(country)
	every group in ["EU", "associated"] {
		outside(country, group, areas)
	}
} else := "unknown"

# The row of the list that makes a country eligible; undefined for the others.
at(country) := sprintf("/lists/member_states/countries/%s", [country]) if {
	member(country) == "yes"
} else := sprintf("/lists/associated/countries/%s", [country]) if {
	associated(country) == "yes"
}

# "yes", "no", or undefined where the list is stale or no country is given.
member(country) := "yes" if {
	fresh(states)
	states.countries[country]
} else := "no" if {
	fresh(states)
	is_string(country)
}

# The same for association; undefined where its scope cannot be told.
associated(country) := "yes" if {
	fresh(partners)
	partners.countries[country].scope == "full"
} else := "yes" if {
	fresh(partners)
	partners.countries[country].scope == "pillar_ii"
	input.call.pillar == "II"
} else := "no" if {
	fresh(partners)
	partners.countries[country].scope == "pillar_ii"
	input.call.pillar in {"I", "III"}
} else := "no" if {
	fresh(partners)
	is_string(country)
	not partners.countries[country]
}

outside(_, group, areas) if not group in areas

outside(country, "EU", _) if member(country) == "no"

outside(country, "associated", _) if associated(country) == "no"

fresh(list) if list.valid_until >= input.as_of

states := data.rscheck.lists.member_states

partners := data.rscheck.lists.associated
