package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// What is to do next: for pupils to tick, for a guardian’s children, for a teacher what is given; with tab and search.
@Component
class CahierDeTextesTuile implements Tuile {

    @Bean
    static ServiceMesure mesureCahierDeTextes() {
        return new ServiceMesure("cahierdetextes", Service.CAHIER_TEXTES);
    }

    private static final int ORDRE = 20;
    private static final int FIRST = 5;
    private static final int DAYS = 8;
    private static final int WAITING = 30;

    /// Given for the next day; then, in a row of its own, how many pupils wait for a word about what they handed back,
    /// and the piece that has waited longest.
    private static final String DONNES = """
            (select 0 as attendent, t.id, c.libelle, t.jour, t.matiere, coalesce(t.niveau, '') as niveau, t.texte
              from cahierdetextes.travail t join cahierdetextes.cahier c on c.classe_id = t.classe_id
             where t.classe_id = any(:classes) and t.retire_le is null and t.nature = 'A_FAIRE'
               and t.jour = (select min(n.jour) from cahierdetextes.travail n
                              where n.classe_id = any(:classes) and n.retire_le is null and n.nature = 'A_FAIRE'
                                and n.jour > :jour)
             order by c.libelle, t.publie_le, t.id limit 8)
            union all
            select count(distinct r.eleve_id)::int, (array_agg(t.id order by r.rendue_le))[1], '', :jour::date, '', '', ''
              from cahierdetextes.travail t
              join cahierdetextes.remise r on r.travail_id = t.id and r.remplacee_le is null and r.masquee_le is null
             where t.classe_id = any(:classes) and t.retire_le is null and t.jour >= :depuis
               and not exists (select 1 from cahierdetextes.retour x
                                where x.remise_id = r.id and x.remplace_le is null)
            having count(*) > 0
            """;

    private final MemoireDesEcoles<Set<UUID>, List<Eleve>> eleves;
    private final Souvenirs souvenirs;
    private final Clock clock;

    CahierDeTextesTuile(
            Cache<Gardien<Set<UUID>>, Gardee<List<Eleve>>> elevesDuCahier, Souvenirs souvenirs, Clock clock) {
        this.eleves = new MemoireDesEcoles<>(elevesDuCahier, souvenirs, clock);
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    @Bean
    static Cache<Gardien<Set<UUID>>, Gardee<List<Eleve>>> elevesDuCahier() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT, Profil.ELEVE)
                || (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                        && !Perimetre.of(utilisateur).classesTaught().isEmpty());
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var today = LocalDate.now(clock);
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            return given(utilisateur, today);
        }
        if (Registre.of(utilisateur).petits()) {
            return Lecture.known(List.of(new Partie(Place.COLONNE, ORDRE, "cahierdetextes/_tuile-petits", Map.of())));
        }
        return eleves.of(utilisateur, utilisateur.personnes(), Eleve.of(utilisateur), CahierDeTextesTuile::ecoles)
                .with(Mien.forHome(souvenirs, utilisateur, today, DAYS), Mien::of)
                .map(mien -> utilisateur.is(Profil.ELEVE) ? forEleve(mien) : forFamille(mien));
    }

    private static List<UUID> ecoles(List<Eleve> eleves) {
        return eleves.stream().map(Eleve::ecole).toList();
    }

    private static List<Partie> forEleve(Mien mien) {
        if (mien.eleves().isEmpty()) {
            return List.of();
        }
        var eleve = mien.eleves().getFirst();
        var next = Prochain.of(mien, eleve);
        Map<String, Object> parametres = Map.of("prochain", next);
        var list = new Partie(Place.COLONNE, FIRST, "cahierdetextes/_tuile-eleve", parametres);
        return next.lignes.isEmpty()
                ? List.of(list)
                : List.of(new Partie(Place.ARDOISE, ORDRE, "cahierdetextes/_ardoise", parametres), list);
    }

    private static List<Partie> forFamille(Mien mien) {
        var next = mien.eleves().stream()
                .map(eleve -> Prochain.of(mien, eleve))
                .filter(prochain -> !prochain.lignes.isEmpty())
                .toList();
        return next.isEmpty()
                ? List.of()
                : List.of(new Partie(Place.COLONNE, ORDRE, "cahierdetextes/_tuile-famille", Map.of("prochains", next)));
    }

    private Lecture<List<Partie>> given(Utilisateur utilisateur, LocalDate today) {
        var taught = Perimetre.of(utilisateur).classesTaught();
        var adresse = taught.size() == 1
                ? "/cahierdetextes/classes/" + taught.iterator().next() + "/nouveau"
                : "/cahierdetextes";
        var classes = taught.toArray(UUID[]::new);
        return souvenirs
                .of(
                        utilisateur,
                        today,
                        DONNES,
                        () -> new Question<>(
                                Question.mots("travaux", classes),
                                Map.of("classes", classes, "jour", today, "depuis", today.minusDays(WAITING)),
                                Donne::read))
                .map(read -> {
                    var donnes = read.stream().filter(d -> d.attendent == 0).toList();
                    var parts = new ArrayList<Partie>();
                    read.stream().filter(d -> d.attendent > 0).forEach(d -> parts.add(waiting(d)));
                    parts.add(new Partie(Place.OUTIL, ORDRE, "cahierdetextes/_outil", Map.of("adresse", adresse)));
                    parts.add(new Partie(
                            Place.COLONNE,
                            ORDRE,
                            "cahierdetextes/_tuile-classe",
                            Map.of("donnes", donnes, "plusieurs", taught.size() > 1, "adresse", adresse)));
                    return parts;
                });
    }

    private static Partie waiting(Donne first) {
        var titre = t(
                "{0, plural, one {Un élève a rendu son travail} other {# élèves ont rendu leur travail}}",
                first.attendent);
        Map<String, Object> parametres = Map.of(
                "icone",
                "cahier",
                "titre",
                titre,
                "precision",
                t("Un tampon ou un mot de vous, et c’est vu."),
                "adresse",
                "/cahierdetextes/travaux/" + first.id,
                "bouton",
                t("Voir"));
        return new Partie(Place.ATTEND, ORDRE, "socle/attend", parametres);
    }

    /// What a teacher has given for the next day for which there is something.
    ///
    /// @param niveau empty for all levels of the class
    /// @param attendent pupils who wait for a word; 0 for what is given
    record Donne(UUID id, String classe, LocalDate jour, String matiere, String niveau, String texte, int attendent) {

        private static Donne read(ResultSet rs, int row) throws SQLException {
            return new Donne(
                    Colonnes.uuid(rs, "id"),
                    rs.getString("libelle"),
                    rs.getObject("jour", LocalDate.class),
                    rs.getString("matiere"),
                    rs.getString("niveau"),
                    rs.getString("texte"),
                    rs.getInt("attendent"));
        }
    }

    /// What a pupil has to do for the next day for which there is something.
    record Prochain(Eleve eleve, List<Ligne> lignes) {

        static Prochain of(Mien mien, Eleve eleve) {
            var todo = mien.of(eleve).stream().filter(l -> l.travail().aFaire()).toList();
            return new Prochain(
                    eleve,
                    todo.stream()
                            .filter(l -> l.travail()
                                    .jour()
                                    .equals(todo.getFirst().travail().jour()))
                            .toList());
        }

        String jour() {
            return Dates.jour(lignes.getFirst().travail().jour());
        }

        long faits() {
            return lignes.stream().filter(ligne -> ligne.faitPar(eleve)).count();
        }
    }

    /// « Travail à faire », for those who have one.
    @Component
    static class OngletsDuCahier implements OngletsOfferts {

        @Override
        public List<Onglet> onglets(Utilisateur utilisateur) {
            return utilisateur.is(Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR)
                    ? List.of(new Onglet("cahierdetextes", 18, t("Travail à faire"), "/cahierdetextes", "cahier"))
                    : List.of();
        }
    }

    /// « fractions »: what stands in the notebooks of who looks, the nearest day first: what is to come before what is
    /// as far behind. What comes back each week is found once.
    @Component
    static class TravauxTrouves implements Recherche {

        private static final int SOME = 4;

        private static final String TROUVES = LectureDuCahier.TRAVAIL + """
                 where t.id in (
                       select distinct on (coalesce(u.serie_id, u.id)) u.id from cahierdetextes.travail u
                        where u.retire_le is null
                          and (u.mots @@ redaction.demande(:saisie)
                               or redaction.ressemble(u.mots, (select redaction.fautes(:saisie))))
                          and (u.classe_id = any(:classes) or u.ecole_id = any(:dirigees)
                               or (u.masque_le is null
                                   and u.id in (select d.travail_id from cahierdetextes.destination d
                                                  join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                                                    on (d.ecole_id, d.cle) = (k.ecole_id, k.cle))))
                        order by coalesce(u.serie_id, u.id), abs(u.jour - :jour::date), u.jour desc, u.id)
                 order by t.mots @@ redaction.demande(:saisie) desc, abs(t.jour - :jour::date), t.jour desc, t.id
                 limit :limite
                """;

        private final Clock clock;

        TravauxTrouves(Clock clock) {
            this.clock = clock;
        }

        @Override
        public String titre() {
            return t("Le travail à faire");
        }

        @Override
        public int ordre() {
            return 40;
        }

        @Override
        public boolean concerns(Utilisateur utilisateur) {
            return utilisateur.is(Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR);
        }

        /// Of another level than the reader's, a line is behind the same key: some more are read than are shown.
        @Override
        public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
            var perimetre = Perimetre.of(utilisateur);
            boolean staff = utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
            Map<String, Object> of = Map.of(
                    "jour",
                    LocalDate.now(clock),
                    "tous",
                    false,
                    "eleves",
                    new UUID[0],
                    "moi",
                    new UUID[0],
                    "saisie",
                    saisie,
                    "classes",
                    staff ? perimetre.classesTaught().toArray(UUID[]::new) : new UUID[0],
                    "dirigees",
                    staff ? perimetre.ecolesDirected().toArray(UUID[]::new) : new UUID[0],
                    "ecoles",
                    staff ? new UUID[0] : utilisateur.cles().ecoles(),
                    "cles",
                    staff ? new String[0] : utilisateur.cles().valeurs(),
                    "limite",
                    SOME * (MONTREES + 1));
            var found = Lecture.of(TROUVES, of, LectureDuCahier::ligne);
            var mine = staff
                    ? found
                    : Eleve.of(utilisateur)
                            .with(
                                    found,
                                    (eleves, lignes) -> Mien.of(eleves, lignes).lignes());
            return mine.map(lignes -> lignes.stream()
                    .limit(MONTREES + 1)
                    .map(TravauxTrouves::trouvaille)
                    .toList());
        }

        private static Trouvaille trouvaille(Ligne ligne) {
            var travail = ligne.travail();
            var words = travail.aFaire()
                    ? t("Pour {0}", Dates.jour(travail.jour()))
                    : t("En classe, {0}", Dates.jour(travail.jour()));
            var texte = travail.texte().lines().findFirst().orElse("");
            var title = texte.length() > 80 ? texte.substring(0, 79) + "…" : texte;
            return new Trouvaille(
                    t("{0}\u00a0: {1}", travail.matiere(), title), words, "/cahierdetextes/travaux/" + travail.id());
        }
    }
}
