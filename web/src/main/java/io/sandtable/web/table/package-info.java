/** Tables as files for spreadsheets and ERP systems. */
@NullMarked
package io.sandtable.web.table;

import org.jspecify.annotations.NullMarked;
