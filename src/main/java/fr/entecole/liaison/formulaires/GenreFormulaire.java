package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.formulaires.Formulaire.Part;
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

/// Small forms, as the notebook knows them.
@Component
class GenreFormulaire implements GenreDeMot {

    static final String CODE = "FORMULAIRE";

    private final Guichet guichet;
    private final Clock clock;

    GenreFormulaire(Guichet guichet, Clock clock) {
        this.guichet = guichet;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String nom() {
        return t("Petit questionnaire");
    }

    @Override
    public String precision() {
        return t("Quelques questions, et le compte des réponses");
    }

    @Override
    public String icone() {
        return "liste";
    }

    @Override
    public int ordre() {
        return 60;
    }

    @Override
    public List<Attendu> attendus() {
        return List.of(Attendu.PROPRE);
    }

    @Override
    public Optional<Option> option(Repondants choix) {
        var part = choix == Repondants.UN ? Part.ENFANT : Part.RESPONSABLE;
        return Optional.of(new Option(choix.name(), part.libelle(), part.precision()));
    }

    @Override
    public List<Encart> fields(Champs champs, LocalDate today) {
        return List.of(new Encart("liaison/formulaires/_champs", Map.of("form", new FormulaireForm(champs))));
    }

    @Override
    public boolean proposes(String nom, String valeur) {
        return FormulaireForm.proposes(nom, valeur);
    }

    @Override
    public Ajout accept(Champs champs, LocalDate today, Erreurs erreurs) {
        var form = new FormulaireForm(champs);
        form.judge(erreurs);
        return (mot, ecole) ->
                guichet.ask(mot, ecole, form.reponsesTyped(), form.part(), form.end(today), form.questions());
    }

    @Override
    public Lecture<List<Encart>> forReader(Mot mot, Utilisateur lecteur) {
        return lecteur.is(Profil.PARENT)
                ? LectureDesFormulaires.lecture(mot.id())
                        .with(
                                LectureDesFormulaires.participations(mot.id(), lecteur.personnes()),
                                (found, done) -> found.stream()
                                        .map(formulaire -> new Encart(
                                                "liaison/formulaires/_etat",
                                                Map.of(
                                                        "formulaire",
                                                        formulaire,
                                                        "repondu",
                                                        !done.isEmpty(),
                                                        "ouvert",
                                                        formulaire.isOpen(clock.instant()))))
                                        .toList())
                : Lecture.known(List.of());
    }

    @Override
    public Lecture<List<Encart>> forAuthor(Mot mot, Utilisateur auteur) {
        return LectureDesFormulaires.lecture(mot.id())
                .map(found -> found.stream()
                        .map(formulaire -> new Encart("liaison/formulaires/_resume", Map.of("formulaire", formulaire)))
                        .toList());
    }
}
