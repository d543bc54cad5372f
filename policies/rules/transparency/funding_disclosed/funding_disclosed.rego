# METADATA
# title: Funding sources of project staff are disclosed
# description: >
#   Money from elsewhere may bring obligations with it. For each key person the agreement states every
#   source of research support with its particulars, or that there is none.
# related_resources:
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, transparency obligations of beneficiaries
#   - ref: https://eur-lex.europa.eu/eli/C/2024/3510/oj
#     description: Council Recommendation on enhancing research security
# custom:
#   id: TR-01
#   severity: high
#   bindingness: guidance
#   threats: [malign_influence, knowledge_transfer]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement]
#   effective_from: "2024-05-30"
#   remedy: >
#     Collect from each key person a signed statement of all funding with funder, country, kind,
#     amount, period and purpose, or the statement that there is none.
package rscheck.rules.transparency.funding_disclosed

needs contains "/persons"

subjects contains person.ref if some person in input.facts.persons

compliant contains {"subject": person.ref, "at": [sprintf("%s/funding", [person.ref])]} if {
	some person in input.facts.persons
	count(person.funding) == 0
}

compliant contains {"subject": person.ref, "at": [entry.ref | some entry in person.funding]} if {
	some person in input.facts.persons
	count(person.funding) > 0
	every entry in person.funding { count(gaps(entry)) == 0 }
}

violations contains {"subject": person.ref, "at": [person.ref], "absent": "funding_sources", "message": message} if {
	some person in input.facts.persons
	not "funding" in object.keys(person)
	message := sprintf("nothing is stated about the funding of %s", [person.code])
}

violations contains {"subject": person.ref, "at": [entry.ref], "message": message, "severity": "medium"} if {
	some person in input.facts.persons
	some entry in person.funding
	missing := gaps(entry)
	count(missing) > 0
	message := sprintf("a source of funding is stated without: %s", [concat(", ", sort(missing))])
}

gaps(entry) := {"funder", "country", "kind", "amount", "period", "purpose"} - {name |
	some name, value in entry
	value != ""
}
