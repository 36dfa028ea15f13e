package fr.entecole.comptes.images;

import fr.entecole.comptes.Perissable;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Sceau;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps each child's pair as a print that the database alone cannot try: 132 ordered pairs, so what makes up for it is
/// the wait after four wrong ones, and the adult who stands there.
@Component
public class ImagesSecretes implements Perissable {

    static final int LIBRES = 4;
    static final Duration ATTENTE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Sceau sceau;
    private final Journal journal;
    private final Clock clock;

    ImagesSecretes(JdbcClient jdbc, Sceau sceau, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.sceau = sceau;
        this.journal = journal;
        this.clock = clock;
    }

    public Besoin besoin(UUID classe, UUID eleve, @Nullable String niveau) {
        return jdbc.sql("""
                        select c.demandees, i.id is not null as reglees, i.empreinte is not null as images,
                               i.essais >= :libres and i.essai_le > :depuis as attend
                          from (values (1)) un
                          left join comptes.images_classe c on c.classe_id = :classe and c.fini_le is null
                          left join comptes.images i on i.eleve_id = :eleve and i.fini_le is null
                        """)
                .param("classe", classe)
                .param("eleve", eleve)
                .param("libres", LIBRES)
                .param("depuis", now().minus(ATTENTE))
                .query((rs, _) -> {
                    var asked = rs.getObject("demandees", Boolean.class);
                    boolean wanted = asked == null ? byDefault(niveau) : asked;
                    if (!wanted || rs.getBoolean("reglees") && !rs.getBoolean("images")) {
                        return Besoin.RIEN;
                    }
                    if (!rs.getBoolean("reglees")) {
                        return Besoin.CHOISIR;
                    }
                    return rs.getBoolean("attend") ? Besoin.ATTENDRE : Besoin.DEMANDER;
                })
                .single();
    }

    /// Until their teacher says otherwise, those who begin to read have pictures, younger ones have none.
    static boolean byDefault(@Nullable String niveau) {
        return Registre.ofNiveau(niveau) == Registre.CP_CE1;
    }

    /// What stands for a picture of this child's between two touches.
    public String print(UUID eleve, Image image) {
        return HexFormat.of().formatHex(sceau.of("image", eleve + "\n" + image));
    }

    /// The picture that [#print] stands for: shown to who is choosing it.
    public Image read(UUID eleve, String print) {
        return Arrays.stream(Image.values())
                .filter(image -> print(eleve, image).equals(print))
                .findFirst()
                .orElseThrow();
    }

    /// Counted before it is judged: many tries at once are no way round the wait.
    @Transactional
    public boolean opens(UUID eleve, String une, String deux) {
        var kept = jdbc.sql("""
                        update comptes.images set essais = essais + 1, essai_le = :now
                         where eleve_id = :eleve and fini_le is null and empreinte is not null
                           and (essais < :libres or essai_le <= :depuis)
                        returning empreinte
                        """)
                .param("eleve", eleve)
                .param("now", now())
                .param("libres", LIBRES)
                .param("depuis", now().minus(ATTENTE))
                .query((rs, _) -> rs.getBytes("empreinte"))
                .optional();
        if (kept.isEmpty() || !MessageDigest.isEqual(kept.get(), pair(eleve, une, deux))) {
            return false;
        }
        jdbc.sql("update comptes.images set essais = 0, essai_le = null where eleve_id = :eleve and fini_le is null")
                .param("eleve", eleve)
                .update();
        return true;
    }

    @Transactional
    public void choose(UUID ecole, UUID eleve, UUID compte, String une, String deux) {
        if (keep(ecole, eleve, pair(eleve, une, deux))) {
            journal.record(
                    Fait.of(ActeImages.IMAGES_CHOISIES, compte).by(compte).inEcole(ecole));
        }
    }

    /// @return false when this child has pictures already, or goes without
    boolean keep(UUID ecole, UUID eleve, byte @Nullable [] empreinte) {
        return jdbc.sql("""
                        insert into comptes.images (ecole_id, eleve_id, empreinte, depuis)
                        values (:ecole, :eleve, :empreinte, :now)
                        on conflict (eleve_id) where fini_le is null do nothing
                        """)
                        .param("ecole", ecole)
                        .param("eleve", eleve)
                        .param("empreinte", empreinte, java.sql.Types.BINARY)
                        .param("now", now())
                        .update()
                == 1;
    }

    void end(UUID eleve) {
        jdbc.sql("update comptes.images set fini_le = :now where eleve_id = :eleve and fini_le is null")
                .param("eleve", eleve)
                .param("now", now())
                .update();
    }

    private byte[] pair(UUID eleve, String une, String deux) {
        return sceau.of("images", eleve + "\n" + une + "\n" + deux);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /// Pictures that are no longer a child's are of no use to anyone.
    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.images where fini_le < :now")
                .param("now", now())
                .update();
    }
}
