package fr.entecole.liaison.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Autorisations.Support;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.Repondu;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// « Autorisation d’image »: for one project, by which media, from when until when. Both answer, always.
@Component
class GenreImage implements GenreDeMot {

    private static final int LONGEST = 200;

    private final Registre registre;
    private final Clock clock;

    GenreImage(Registre registre, Clock clock) {
        this.registre = registre;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "IMAGE";
    }

    @Override
    public String nom() {
        return t("Autorisation d’image");
    }

    @Override
    public String precision() {
        return t("Un projet, ses supports, sa durée");
    }

    @Override
    public String icone() {
        return "photo";
    }

    @Override
    public int ordre() {
        return 30;
    }

    @Override
    public List<Attendu> attendus() {
        return List.of(Attendu.OUI_NON);
    }

    @Override
    public List<Repondants> repondants() {
        return List.of(Repondants.CHACUN);
    }

    @Override
    public List<Encart> fields(Champs champs, LocalDate today) {
        return List.of(new Encart("liaison/images/_champs", Map.of("champs", champs)));
    }

    @Override
    public Ajout accept(Champs champs, LocalDate today, Erreurs erreurs) {
        var finalite = champs.one("image-finalite");
        if (finalite.isEmpty() || finalite.length() > LONGEST) {
            erreurs.add("image-finalite", t("Dites à quoi serviront les images, en {0} caractères au plus.", LONGEST));
        }
        var supports = Arrays.stream(Support.values())
                .filter(s -> champs.all("image-support").contains(s.name()))
                .toList();
        if (supports.isEmpty()) {
            erreurs.add("image-support", t("Choisissez où les images seront montrées."));
        }
        var du = Dates.typed(champs.one("image-du")).orElse(null);
        var au = Dates.typed(champs.one("image-au")).orElse(null);
        if (du == null || du.isBefore(today.minusYears(1))) {
            erreurs.add("image-du", t("Choisissez le premier jour."));
        }
        if (au == null || du != null && (au.isBefore(du) || au.isAfter(du.plusYears(1))) || au.isBefore(today)) {
            erreurs.add("image-au", t("Choisissez le dernier jour, à venir et dans l’année qui suit le premier."));
        }
        if (du == null || au == null) {
            return Ajout.none();
        }
        var projet = new Projet(finalite, supports, du, au);
        return (mot, ecole) -> registre.open(mot, ecole, projet);
    }

    @Override
    public Lecture<List<Mention>> facts(Mot mot) {
        return registre.lecture(mot.id())
                .map(found -> found.stream().flatMap(p -> p.faits().stream()).toList());
    }

    @Override
    public Lecture<List<Encart>> forReader(Mot mot, Utilisateur lecteur) {
        return Lecture.known(List.of(new Encart("liaison/images/_retrait", Map.of())));
    }

    @Override
    public Lecture<List<Encart>> forAuthor(Mot mot, Utilisateur auteur) {
        return Lecture.known(List.of(new Encart("liaison/images/_liste", Map.of())));
    }

    @Override
    public void answered(Repondu repondu, Champs champs) {
        registre.write(repondu, clock.instant());
    }

    @Override
    public void withdrawn(UUID mot) {
        registre.close(mot, clock.instant());
    }
}
