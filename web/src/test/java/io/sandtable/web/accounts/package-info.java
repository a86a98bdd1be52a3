@org.jspecify.annotations.NullMarked
package io.sandtable.web.accounts;
