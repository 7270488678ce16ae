/**
 * What can be set: each key once, with what operators want to know of it. docs/OPERATIONS.md is made of it, consoles mask by
 * it, and code that has a usual value for a key takes it from here.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.runtime.setting;
