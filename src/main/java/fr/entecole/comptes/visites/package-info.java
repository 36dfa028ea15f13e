/// What a stay tells of visits, for those who count them: when the house last heard of it, and nothing of whose it is.
@NamedInterface("visites")
@NullMarked
package fr.entecole.comptes.visites;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
