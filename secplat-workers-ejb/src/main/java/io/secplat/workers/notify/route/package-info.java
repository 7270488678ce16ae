/**
 * Which channels hear of what: routes, quiet hours, and the plan in JSON that states them. Decisions and their wording only;
 * nothing here sends anything or knows Redis.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.route;
