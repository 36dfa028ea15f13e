package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Meetings to book, as the notebook knows them.
@Component
class GenreRendezVous implements GenreDeMot {

    static final String CODE = "RENDEZVOUS";

    private final Calendriers calendriers;
    private final CarnetDeRendezVous carnet;
    private final Clock clock;

    GenreRendezVous(Calendriers calendriers, CarnetDeRendezVous carnet, Clock clock) {
        this.calendriers = calendriers;
        this.carnet = carnet;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nom() {
        return t("Rendez-vous");
    }

    @Override
    public String precision() {
        return t("Des créneaux que les familles choisissent");
    }

    @Override
    public String icone() {
        return "calendrier";
    }

    @Override
    public int ordre() {
        return 50;
    }

    @Override
    public List<Attendu> attendus() {
        return List.of(Attendu.PROPRE);
    }

    @Override
    public List<Repondants> repondants() {
        return List.of(Repondants.UN, Repondants.CHACUN);
    }

    @Override
    public Optional<Option> option(Repondants choix) {
        var part = choix == Repondants.UN ? Part.ENFANT : Part.RESPONSABLE;
        return Optional.of(new Option(choix.name(), part.libelle(), part.precision()));
    }

    @Override
    public List<Encart> fields(Champs champs, LocalDate today) {
        return List.of(new Encart("liaison/rendezvous/_champs", Map.of("form", new PropositionForm(champs))));
    }

    @Override
    public boolean proposes(String nom, String valeur) {
        return PropositionForm.proposes(nom, valeur);
    }

    @Override
    public void counsel(Champs champs, int enfants, int responsables, Erreurs conseils) {
        new PropositionForm(champs).counsel(enfants, responsables, conseils);
    }

    @Override
    public Ajout accept(Champs champs, LocalDate today, Erreurs erreurs) {
        var form = new PropositionForm(champs);
        form.judge(today, calendriers, erreurs);
        return (mot, ecole) -> carnet.propose(
                mot,
                ecole,
                form.lieu(),
                form.part(),
                form.end(clock.instant()),
                form.horaires().tranches());
    }

    @Override
    public Lecture<List<Encart>> forReader(Mot mot, Utilisateur lecteur) {
        return lecteur.is(Profil.PARENT)
                ? LectureDesRendezVous.lecture(mot.id())
                        .map(found -> found.stream()
                                .map(proposition -> new Encart(
                                        "liaison/rendezvous/_etat",
                                        Map.of(
                                                "proposition",
                                                proposition,
                                                "pris",
                                                proposition.heldBy(lecteur.personnes()),
                                                "autres",
                                                proposition.takenByAnother(
                                                        Perimetre.of(lecteur).enfants(), lecteur.personnes()),
                                                "maintenant",
                                                clock.instant())))
                                .toList())
                : Lecture.known(List.of());
    }

    @Override
    public Lecture<List<Encart>> forAuthor(Mot mot, Utilisateur auteur) {
        return LectureDesRendezVous.lecture(mot.id())
                .map(found -> found.stream()
                        .map(proposition ->
                                new Encart("liaison/rendezvous/_resume", Map.of("proposition", proposition)))
                        .toList());
    }
}
