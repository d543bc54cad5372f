# How risky a project is, as bounds, and which parties are proven to be at home. What is not stated
# widens the bounds and proves nothing.
package rscheck.lib.risk

import data.rscheck.lib.countries
import data.rscheck.lib.dates
import data.rscheck.lib.ownership

tiers := {"low": 1, "elevated": 2, "high": 3}

factors := {"own_organisation", "research_domain", "partner_country", "partner_organisation"}

# The lowest and the highest tier that what is stated allows.
tier := {"least": least, "most": min([3, highest + count(raises)])}

least := max(((({1} | stated_level) | {2 | count(high_ratings) > 0}) | {3 | count(high_ratings) > 1}))

# What shows the highest tier, as far as it is there.
shown := sort(((({"/risk/appraisal/level" | input.facts.risk.appraisal.level} | {factor.ref | some factor in input.facts.risk.appraisal.factors}) | {"/technology/areas" | input.facts.technology.areas}) | {"/technology/items" | input.facts.technology.items}))

# At or before the signing; an agreement that is not signed is judged at the date of judgement.
in_time(date) if dates.days_between(date, signing) >= 0

late(date) if dates.days_between(date, signing) < 0

# The party, its country and everyone who may control it are eligible, up to a last owner:
# a list of what shows it, by party.
home[party.ref] := sort(places) if {
	every other in input.facts.parties { is_string(other.legal_name) }
	some party in input.facts.parties
	chain := ownership.above(party.short_name, ownership.possible)
	resolved(party, chain)
	places := union({
		{sprintf("%s/country", [party.ref]), countries.at(party.country)},
		{holder.ref | some holder in chain},
		{countries.at(holder.country) | some holder in chain},
	})
}

# Established in, or controlled from, a country that is not eligible.
foreign[party.ref] contains sprintf("%s/country", [party.ref]) if {
	some party in input.facts.parties
	countries.eligible(party.country) == "not_eligible"
}

foreign[party.ref] contains holder.ref if {
	some party in input.facts.parties
	some holder in ownership.above(party.short_name, ownership.certain)
	countries.eligible(holder.country) == "not_eligible"
}

stated_level contains tiers[input.facts.risk.appraisal.level]

high_ratings contains factor.ref if {
	some factor in input.facts.risk.appraisal.factors
	factor.rating == "high"
}

highest := max({least} | {2 | some factor in input.facts.risk.appraisal.factors; factor.rating == "elevated"}) if {
	count(stated_level) == 1
	{factor.factor | some factor in input.facts.risk.appraisal.factors} == factors
	every factor in input.facts.risk.appraisal.factors { tiers[factor.rating] }
} else := 3

raises contains "areas" if not harmless_areas

raises contains "items" if not harmless_items

# Each area is one of the list, by its name, and none of the most sensitive.
harmless_areas if {
	data.rscheck.lists.technologies.valid_until >= input.as_of
	every area in input.facts.technology.areas {
		data.rscheck.lists.technologies.areas[lower(area)].most_sensitive == false
	}
}

harmless_items if {
	every item in input.facts.technology.items { item.listed == false }
}

signing := object.get(input.facts.document, "signed_on", input.as_of)

resolved(party, chain) if {
	countries.eligible(party.country) == "eligible"
	ownership.canonical(party.short_name) in ownership.led
	some last in chain
	last.kind in ownership.owners_of_themselves
	every holder in chain {
		countries.eligible(holder.country) == "eligible"
		ownership.accounted(holder)
	}
}
