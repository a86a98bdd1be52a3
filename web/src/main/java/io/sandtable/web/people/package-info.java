/** Who may come in and what each may do: people, roles, sign-in, the table of routes. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.people;
