/**
 * How much of a model's variance each input explains, alone and together with others: Morris screening, Sobol indices, PAWN. Works on any
 * function of the unit cube; knows no business.
 */
@NullMarked
package io.sandtable.simulation.sensitivity.global;

import org.jspecify.annotations.NullMarked;
