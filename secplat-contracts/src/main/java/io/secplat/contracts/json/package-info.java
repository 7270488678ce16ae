/** Reading and writing JSON members by name with clear errors; the only JSON code the vocabulary has. */
@org.jspecify.annotations.NullMarked
package io.secplat.contracts.json;
