/**
 * Errors as the contract shows them: one enum of kinds, one body, one translation. No feature builds an error body itself.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.problem;
