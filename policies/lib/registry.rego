# Closed lists of names, shared by the judging and the rules.
package rscheck.lib.registry

# How grave a violation is; a larger number is worse.
severities := {"low": 1, "medium": 2, "high": 3, "critical": 4}

# What a violation may name as missing: a kind of clause, or a section of the agreement.
absent := clause_kinds | sections

clause_kinds := {
	"disclosure", "ownership_change", "conflict_of_interest", "subcontracting", "flow_down",
	"export_control", "confidentiality", "classified_information", "transfer", "access_rights",
	"visitors", "compartmentalisation", "incident_reporting", "security_exit", "audit",
	"academic_freedom", "non_discrimination", "publication", "data_protection", "governing_law",
	"survival",
}

sections := {
	"key_personnel", "affiliations", "funding_sources", "risk_appraisal", "risk_measures",
	"due_diligence", "screening", "responsible_persons", "internal_procedures", "sign_off",
	"ownership_and_control", "participants", "tasks",
}
