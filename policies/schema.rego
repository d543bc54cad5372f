# METADATA
# title: What every policy below may read
# description: The type checker of the policy engine holds all of them against the fact model.
# scope: subpackages
# schemas:
#   - input: schema.input
package rscheck
