/// Who of the named world has come already, has two roles, or enters by one click.
@NullMarked
package fr.entecole.comptes.decor;

import org.jspecify.annotations.NullMarked;
