package fr.entecole.liaison.mots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.MaReponse;
import fr.entecole.socle.web.Option;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What is asked of this guardian, for which of their children, and what they have said.
///
/// @param asked children by whom they are asked
/// @param ouvert one may still answer, or answer otherwise
/// @param champs fields of the kind
record FormulaireDeReponse(
        Mot mot,
        String nom,
        List<Enfant> asked,
        List<MaReponse> reponses,
        boolean ouvert,
        List<Content> champs,
        SaisieDeReponse saisie) {

    /// The kind asks by itself.
    boolean propre() {
        return mot.demande().attendu() == Attendu.PROPRE;
    }

    boolean signature() {
        return mot.demande().attendu() == Attendu.SIGNATURE;
    }

    boolean unSuffit() {
        return mot.demande().repondants() == Repondants.UN;
    }

    Optional<MaReponse> of(UUID eleve) {
        return reponses.stream().filter(r -> r.eleve().equals(eleve)).findFirst();
    }

    /// It answers what the mot says now, or says enough like it.
    boolean counts(MaReponse reponse) {
        return reponse.numero() >= mot.depuis();
    }

    boolean answeredAll() {
        return asked.stream().allMatch(e -> of(e.id()).filter(this::counts).isPresent());
    }

    boolean answeredSome() {
        return asked.stream().anyMatch(e -> of(e.id()).isPresent());
    }

    /// « Inès et Younes »
    String prenoms() {
        return asked.stream().map(Enfant::prenom).collect(Collectors.joining(t(" et ")));
    }

    List<Option> enfants() {
        return Option.all(asked, Enfant::id, Enfant::nom);
    }

    /// Those who wait for an answer, all of them once there is none.
    List<String> coches() {
        if (!saisie.isNew()) {
            return saisie.eleves();
        }
        var waiting = asked.stream()
                .filter(e -> of(e.id()).filter(this::counts).isEmpty())
                .toList();
        return (waiting.isEmpty() ? asked : waiting)
                .stream().map(e -> e.id().toString()).toList();
    }

    List<Option> sens() {
        return List.of(
                new Option(Sens.OUI.name(), t("Oui, j’autorise")),
                new Option(Sens.NON.name(), t("Non, je n’autorise pas")));
    }

    List<String> choisi() {
        var said = new ArrayList<String>();
        if (!saisie.isNew()) {
            said.add(saisie.sens());
        } else if (asked.size() == 1) {
            of(asked.getFirst().id()).ifPresent(r -> said.add(r.sens().name()));
        }
        return said;
    }

    /// Ticked already, for these words: what says something else by now is signed anew.
    boolean signe() {
        return saisie.lu() == mot.numero() && saisie.champs().one("signe").equals("true");
    }

    String precision() {
        return !saisie.isNew()
                ? saisie.precision()
                : asked.size() == 1
                        ? of(asked.getFirst().id()).map(MaReponse::precision).orElse("")
                        : "";
    }

    /// What they said, in words: « Vous avez dit oui pour Inès. »
    static String said(MaReponse reponse, String prenom) {
        return switch (reponse.sens()) {
            case SIGNE -> t("Vous avez signé pour {0}", prenom);
            case OUI -> t("Vous avez dit oui pour {0}", prenom);
            case NON -> t("Vous avez dit non pour {0}", prenom);
        };
    }
}
