/**
 * What every call carries: request id, caller, body and query values, each checked once. No feature's rules.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.request;
