package fr.entecole.cahierdetextes;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.cahierdetextes.CahierDeTextes.Auteur;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Two weeks of the CM1, the CP and the MS: what was done, what is to do, a dictation that comes back each week, some
/// ticks, and a piece that Inès handed back, stamped.
@Component
class DecorCahierDeTextes implements Decor {

    private static final int ORDRE = 110;
    private static final String MONTPELLIER = "11";
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 40);

    private final CahierDeTextes cahier;
    private final LectureDuCahier lecture;
    private final Coches coches;
    private final Rendus remises;
    private final Classes classes;
    private final Calendriers calendriers;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final Clock clock;

    DecorCahierDeTextes(
            CahierDeTextes cahier,
            LectureDuCahier lecture,
            Coches coches,
            Rendus remises,
            Classes classes,
            Calendriers calendriers,
            Reperes reperes,
            Utilisateurs utilisateurs,
            Clock clock) {
        this.cahier = cahier;
        this.lecture = lecture;
        this.coches = coches;
        this.remises = remises;
        this.classes = classes;
        this.calendriers = calendriers;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        utilisateurs.forgetAll();
        cm1(new Scene(monde, "Claire Estève", "514"));
        cp(new Scene(monde, "Vidalou", "511"));
        ms(new Scene(monde, "Bastien Rouquette", "521"));
    }

    private void cm1(Scene cm1) {
        cm1.did(-4, "Histoire", "Les Romains en Gaule\u00a0: la frise, puis la carte de la Narbonnaise.");
        cm1.did(-3, "Maths", "Fractions\u00a0: partager une bande en parts égales.");
        cm1.did(-2, "Français", "Dictée 8. Les accords dans le groupe nominal.");
        cm1.did(-1, "Sciences", "Les feuilles de la cour\u00a0: trier, nommer, dessiner.");
        cm1.toDo(-3, "Lecture", "Lis le chapitre 2, «\u00a0Le chemin\u00a0».", 15);
        var romains = cm1.toDo(-2, "Histoire", "Cherche une photo d’un monument romain près de chez toi.", 15);
        var fractions = cm1.toDo(1, "Maths", "Relis la leçon sur les fractions, page 42.", 10);
        cm1.toDo(1, "Lecture", "Lis le chapitre 3, «\u00a0La cabane\u00a0».", 15);
        cm1.toDo(1, "Sciences", "Apporte une feuille d’arbre pour l’herbier.", 5);
        cm1.weekly(2, "Français", "Apprends les mots de la dictée.", 10);
        cm1.toDo(3, "Anglais", "Révise les couleurs.", 5);
        cm1.toDo(3, "Poésie", "Apprends la première strophe de «\u00a0L’automne\u00a0».", 10);
        cm1.some(2, "Lecture", "Relis à voix haute la page 12.", "Zoé Delmas");
        cm1.ticks(fractions, "Inès Benali");
        cm1.hands(
                romains,
                "Inès Benali",
                "J’ai trouvé la via Domitia, à Narbonne, devant la mairie.",
                Tampon.BRAVO,
                "Belle trouvaille, Inès\u00a0: tu la montreras à la classe.");
    }

    private void cp(Scene cp) {
        cp.did(-2, "Lecture", "Le son «\u00a0ch\u00a0»\u00a0: le chat, le chapeau.");
        cp.did(-1, "Maths", "Compter jusqu’à 30.");
        cp.toDo(1, "Lecture", "Lis la page 12.", 10);
        cp.toDo(1, "Maths", "Compte les pommes.", 5);
        cp.toDo(2, "Poésie", "Dis la comptine du chat.", 5);
        cp.toDo(4, "Questionner le monde", "Montre une graine.", 5);
    }

    private void ms(Scene ms) {
        ms.did(-1, "Arts", "Peinture avec les mains\u00a0: l’arbre d’automne.");
        ms.toDo(1, "Langage", "Raconte l’histoire du loup.", 5);
        ms.toDo(2, "Explorer le monde", "Apporte une feuille.", 5);
    }

    /// A class of the world, around its day.
    private final class Scene {

        private final Monde monde;
        private final Auteur auteur;
        private final Classe classe;
        private final Calendrier calendrier;

        private Scene(Monde monde, String enseignant, String aafId) {
            this.monde = monde;
            this.classe =
                    classes.named(List.of(reperes.classe(MONTPELLIER, aafId))).getFirst();
            this.calendrier = calendriers.of(classe.ecoleId());
            var who = monde.distribution().stream()
                    .filter(p -> p.nom().endsWith(enseignant))
                    .findFirst()
                    .orElseThrow();
            this.auteur = new Auteur(who.compteId(), who.personneId());
        }

        /// @param days of class after the day of the world, before it when negative
        private LocalDate day(int days) {
            int step = days < 0 ? -1 : 1;
            return Stream.iterate(monde.jour().plusDays(step), day -> day.plusDays(step))
                    .limit(60)
                    .filter(day -> Semaine.hasClasse(calendrier, day))
                    .skip(Math.abs(days) - 1L)
                    .findFirst()
                    .orElse(monde.jour().plusDays(days));
        }

        private void did(int days, String matiere, String texte) {
            write(Nature.EN_CLASSE, List.of(day(days)), new Propos(matiere, texte, "", 0), Pour.classe(classe, null));
        }

        private UUID toDo(int days, String matiere, String texte, int minutes) {
            return write(
                    Nature.A_FAIRE,
                    List.of(day(days)),
                    new Propos(matiere, texte, "", minutes),
                    Pour.classe(classe, null));
        }

        private void weekly(int days, String matiere, String texte, int minutes) {
            var first = day(days);
            write(
                    Nature.A_FAIRE,
                    Semaine.weekly(calendrier, first, first.plusWeeks(8)),
                    new Propos(matiere, texte, "", minutes),
                    Pour.classe(classe, null));
        }

        private void some(int days, String matiere, String texte, String eleve) {
            var chosen = Public.ofEleves(classe.ecoleId(), Set.of(monde.personne(eleve)), Qui.ELEVES);
            write(
                    Nature.A_FAIRE,
                    List.of(day(days)),
                    new Propos(matiere, texte, "", 0),
                    new Pour(null, List.of(chosen)));
        }

        /// Written on the last day of class before the first for which it is, or today.
        private UUID write(Nature nature, List<LocalDate> jours, Propos propos, Pour pour) {
            var first = jours.getFirst();
            var written = first.isAfter(monde.jour()) ? monde.jour().minusDays(1) : first;
            return cahier.write(new Don(classe, nature, propos, pour), jours, auteur, evening(written))
                    .getFirst();
        }

        private Instant evening(LocalDate day) {
            var at = day.atTime(AFTER_SCHOOL).atZone(Calendrier.PARIS).toInstant();
            return at.isAfter(clock.instant()) ? clock.instant() : at;
        }

        private void ticks(UUID travail, String eleve) {
            var only = List.of(travail);
            coches.tick(classe.ecoleId(), monde.personne(eleve), only, only, clock.instant());
        }

        private void hands(UUID travail, String eleve, String texte, Tampon tampon, String mot) {
            utilisateurs.of(monde.compte(eleve), null).ifPresent(by -> {
                var of = lecture.one(travail).orElseThrow().travail();
                var id = remises.hand(by, of, texte, List.of(), evening(of.jour()));
                remises.one(by, id)
                        .ifPresent(r -> remises.answer(r, tampon, mot, auteur.personne(), evening(of.jour())));
            });
        }
    }
}
