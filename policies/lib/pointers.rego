# JSON Pointers into the input: facts from their root, the call below /call, other documents of the
# same agreement below /related.
package rscheck.lib.pointers

found(pointer) if value(pointer) != null

# There, and empty.
empty(pointer) if count(value(pointer)) == 0

# One of the two is the other, or lies within it.
touch(place, other) if place == other

touch(place, other) if startswith(place, concat("", [other, "/"]))

touch(place, other) if startswith(other, concat("", [place, "/"]))

# Null if nothing is there: facts never hold a null.
value(pointer) := object.get(input, path(split(trim_prefix(pointer, "/"), "/")), null)

path(segments) := array.concat(root(segments[0]), [key(segment) | some segment in segments])

root(first) := [] if {
	first in {"call", "related"}
} else := ["facts"]

key(segment) := to_number(segment) if {
	regex.match(`^(0|[1-9]\d*)$`, segment)
} else := replace(replace(segment, "~1", "/"), "~0", "~")
