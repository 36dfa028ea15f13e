/// Answering: each guardian for themself, for each of their children, until the deadline; each change is a row
/// (`Reponses`). Nobody but the school reads an answer, and its guardian.
@NullMarked
package fr.entecole.liaison.reponses;

import org.jspecify.annotations.NullMarked;
