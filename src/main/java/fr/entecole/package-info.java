@NullMarked
package fr.entecole;

import org.jspecify.annotations.NullMarked;
