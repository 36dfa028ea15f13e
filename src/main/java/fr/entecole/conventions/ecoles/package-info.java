/// Where the schools stand that a head directs or an inspector follows: under which convention, until when, open or
/// not.
@NullMarked
package fr.entecole.conventions.ecoles;

import org.jspecify.annotations.NullMarked;
