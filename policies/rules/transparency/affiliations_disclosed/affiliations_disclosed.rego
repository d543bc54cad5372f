# METADATA
# title: Affiliations of project staff are disclosed
# description: >
#   A second loyalty is no fault, a hidden one is. For each key person the agreement states every
#   position at another organisation, paid or unpaid, or that there is none.
# related_resources:
#   - ref: https://doi.org/10.2777/1510618
#     description: Research Security Monitor 2025, transparency obligations of beneficiaries
#   - ref: https://eur-lex.europa.eu/eli/C/2024/3510/oj
#     description: Council Recommendation on enhancing research security
# custom:
#   id: TR-02
#   severity: high
#   bindingness: guidance
#   threats: [malign_influence]
#   profiles: [horizon-europe, council-recommendation]
#   documents: [grant_agreement]
#   effective_from: "2024-05-30"
#   remedy: >
#     Collect from each key person a signed statement of all positions with organisation, country,
#     position and whether it is paid, or the statement that there is none.
package rscheck.rules.transparency.affiliations_disclosed

needs contains "/persons"

subjects contains person.ref if some person in input.facts.persons

compliant contains {"subject": person.ref, "at": [sprintf("%s/affiliations", [person.ref])]} if {
	some person in input.facts.persons
	count(person.affiliations) == 0
}

compliant contains {"subject": person.ref, "at": [entry.ref | some entry in person.affiliations]} if {
	some person in input.facts.persons
	count(person.affiliations) > 0
	every entry in person.affiliations { count(gaps(entry)) == 0 }
}

violations contains {"subject": person.ref, "at": [person.ref], "absent": "affiliations", "message": message} if {
	some person in input.facts.persons
	not "affiliations" in object.keys(person)
	message := sprintf("nothing is stated about the affiliations of %s", [person.code])
}

violations contains {"subject": person.ref, "at": [entry.ref], "message": message, "severity": "medium"} if {
	some person in input.facts.persons
	some entry in person.affiliations
	missing := gaps(entry)
	count(missing) > 0
	message := sprintf("an affiliation is stated without: %s", [concat(", ", sort(missing))])
}

gaps(entry) := {"organisation", "country", "position", "paid"} - {name |
	some name, value in entry
	value != ""
}
