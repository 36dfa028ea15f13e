package fr.entecole.liaison.sorties;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu;
import fr.entecole.liaison.sorties.Sorties.Precaution;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// « Sortie »: a day and its hours, a permission, and what a family writes for that day.
@Component
class GenreSortie implements GenreDeMot {

    static final String CODE = "SORTIE";

    private static final int LONGEST = 200;

    private final Sorties sorties;
    private final Clock clock;

    GenreSortie(Sorties sorties, Clock clock) {
        this.sorties = sorties;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nom() {
        return t("Sortie");
    }

    @Override
    public String precision() {
        return t("Date, horaires, autorisation, liste du jour");
    }

    @Override
    public String icone() {
        return "drapeau";
    }

    @Override
    public int ordre() {
        return 20;
    }

    @Override
    public List<Attendu> attendus() {
        return List.of(Attendu.OUI_NON);
    }

    @Override
    public List<Encart> fields(Champs champs, LocalDate today) {
        return List.of(new Encart("liaison/sorties/_champs", Map.of("champs", champs)));
    }

    @Override
    public Ajout accept(Champs champs, LocalDate today, Erreurs erreurs) {
        var jour = Dates.typed(champs.one("sortie-jour")).orElse(null);
        if (jour == null || jour.isAfter(today.plusMonths(12))) {
            erreurs.add("sortie-jour", t("Choisissez le jour de la sortie, dans l’année."));
        } else if (jour.isBefore(today)) {
            erreurs.add("sortie-jour", t("Ce jour est passé\u00a0: choisissez le jour de la sortie, à venir."));
        }
        var avant = Dates.typed(champs.one("avant")).orElse(null);
        if (jour != null && avant != null && avant.isAfter(jour)) {
            erreurs.add("avant", t("Demandez les réponses avant le jour de la sortie."));
        }
        var depart = hour(champs.one("sortie-depart"));
        var retour = hour(champs.one("sortie-retour"));
        if (depart == null) {
            erreurs.add("sortie-depart", t("Donnez l’heure du départ."));
        }
        if (retour == null || depart != null && !retour.isAfter(depart)) {
            erreurs.add("sortie-retour", t("Donnez l’heure du retour, après celle du départ."));
        }
        var lieu = champs.one("sortie-lieu");
        if (lieu.isEmpty() || lieu.length() > LONGEST) {
            erreurs.add("sortie-lieu", t("Dites où vous allez, en {0} caractères au plus.", LONGEST));
        }
        for (var nom : List.of("sortie-apporter", "sortie-prix")) {
            if (champs.one(nom).length() > LONGEST) {
                erreurs.add(nom, t("Écrivez {0} caractères au plus.", LONGEST));
            }
        }
        if (jour == null || depart == null || retour == null) {
            return Ajout.none();
        }
        var sortie = new Sortie(jour, depart, retour, lieu, champs.one("sortie-apporter"), champs.one("sortie-prix"));
        return (mot, ecole) -> sorties.keep(mot, ecole, sortie);
    }

    private static @Nullable LocalTime hour(String typed) {
        try {
            return typed.isEmpty() ? null : LocalTime.parse(typed);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    @Override
    public Lecture<Champs> correctable(Mot mot) {
        return sorties.lecture(mot).map(found -> found.map(Sortie::champs).orElse(Champs.VIDES));
    }

    @Override
    public boolean asksAgain(Set<String> changed) {
        return !Collections.disjoint(changed, Sortie.QUAND);
    }

    @Override
    public Lecture<List<Mention>> facts(Mot mot) {
        return sorties.lecture(mot).map(found -> found.map(Sortie::faits).orElse(List.of()));
    }

    @Override
    public Lecture<NavigableMap<Integer, List<Mention>>> toldBefore(Mot mot) {
        return sorties.upTo(mot).map(told -> {
            NavigableMap<Integer, List<Mention>> faits = new TreeMap<>();
            told.forEach((numero, sortie) -> faits.put(numero, sortie.faits()));
            return faits;
        });
    }

    @Override
    public Lecture<List<Encart>> forAuthor(Mot mot, Utilisateur auteur) {
        return Lecture.known(List.of(new Encart("liaison/sorties/_liste", Map.of("mot", mot))));
    }

    @Override
    public Lecture<List<Encart>> answerFields(Mot mot, Utilisateur lecteur, Champs typed) {
        if (!typed.valeurs().isEmpty()) {
            var mine = Precaution.typed(typed.one("allergies"), typed.one("telephone"));
            return Lecture.known(List.of(new Encart("liaison/sorties/_precautions", Map.of("mienne", mine))));
        }
        return sorties.precautions(mot.id(), lecteur)
                .map(mine -> List.of(new Encart("liaison/sorties/_precautions", Map.of("mienne", mine))));
    }

    @Override
    public List<String> slipLines() {
        return List.of(t("Allergies, précautions"), t("Téléphone ce jour-là"));
    }

    @Override
    public void judgeAnswer(Champs champs, Erreurs erreurs) {
        var telephone = champs.one("telephone");
        if (!telephone.isEmpty() && !Champs.isTelephone(telephone)) {
            erreurs.add("telephone", t("Écrivez un numéro de téléphone, ou laissez vide."));
        }
        for (var nom : List.of("allergies", "telephone")) {
            if (champs.one(nom).length() > LONGEST) {
                erreurs.add(nom, t("Écrivez {0} caractères au plus.", LONGEST));
            }
        }
    }

    @Override
    public void answered(Repondu repondu, Champs champs) {
        if (repondu.saisiPar() == null) {
            boolean goes = repondu.sens() == Repondu.Sens.OUI;
            sorties.write(
                    repondu, goes ? champs.one("allergies") : "", goes ? champs.one("telephone") : "", clock.instant());
        }
    }

    @Override
    public void withdrawn(UUID mot) {
        sorties.forget(mot);
    }
}
