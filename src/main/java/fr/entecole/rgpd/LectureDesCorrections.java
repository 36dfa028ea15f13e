package fr.entecole.rgpd;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Requests as pages show them, and the schools to which a person may write.
@Component
class LectureDesCorrections {

    private final Appellations appellations;
    private final Scolarite scolarite;
    private final Lignes lignes;

    LectureDesCorrections(Appellations appellations, Scolarite scolarite, Lignes lignes) {
        this.appellations = appellations;
        this.scolarite = scolarite;
        this.lignes = lignes;
    }

    /// The schools whose head corrects this line: of a child, the child's own. None for who works in no school, or
    /// directs one: they write to the académie.
    Map<UUID, String> ecolesFor(Utilisateur utilisateur, UUID personne) {
        if (!utilisateur.is(Profil.PARENT, Profil.ENSEIGNANT, Profil.PERSONNEL)) {
            return Map.of();
        }
        var theirs = utilisateur.personnes().contains(personne)
                ? utilisateur.ecoles()
                : scolarite.of(personne).stream()
                        .filter(passage -> passage.fini() == null)
                        .map(Scolarite.Passage::ecole)
                        .filter(utilisateur.ecoles()::contains)
                        .collect(Collectors.toSet());
        return appellations.ecoles(theirs);
    }

    /// @param visible whose names this reader may see: about anyone else, nothing is said
    List<Vue> of(Collection<Correction> corrections, Set<UUID> visible) {
        return seen(corrections.stream()
                .filter(one -> visible.contains(one.personne()))
                .toList());
    }

    List<Vue> seen(Collection<Correction> corrections) {
        var noms = appellations.personnes(corrections.stream()
                .flatMap(one -> Stream.of(one.personne(), one.demandeur()))
                .collect(Collectors.toSet()));
        return corrections.stream()
                .map(one -> new Vue(
                        one,
                        lignes.titre(one.ligne()),
                        lignes.champ(one.ligne()),
                        Objects.requireNonNullElse(noms.get(one.personne()), ""),
                        Objects.requireNonNullElse(noms.get(one.demandeur()), "")))
                .toList();
    }

    /// @param titre the line, in words
    /// @param champ what ONDE calls it
    record Vue(Correction correction, String titre, String champ, String personne, String demandeur) {

        boolean ofPupil() {
            return correction.ligne().startsWith("annuaire/eleve.");
        }
    }
}
