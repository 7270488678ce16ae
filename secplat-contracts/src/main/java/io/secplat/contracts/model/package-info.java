/** Small values with one meaning everywhere: keys, severities, states. No behaviour beyond guarding themselves. */
@org.jspecify.annotations.NullMarked
package io.secplat.contracts.model;
