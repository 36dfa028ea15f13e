package fr.entecole.signalement;

import fr.entecole.socle.contrats.Contenu.Temoin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Evidence of what was taken away without a report: sealed in the same chain, kept the same term, checked by the same
/// command. Who may read it is judged by the caller.
@Component
public class PreuvesScellees {

    /// The room of `documents` where what was attached is kept aside with it.
    public static final String SALLE = PiecesDesPreuves.SALLE;

    private final Scelles scelles;

    PreuvesScellees(Scelles scelles) {
        this.scelles = scelles;
    }

    /// In the transaction that takes it away.
    ///
    /// @param affaire under which it is found again
    /// @return number and print of the last one, for the journal; empty where there was nothing
    public Map<String, Object> seal(UUID affaire, List<Piece> pieces) {
        return scelles.sealAll(
                        affaire,
                        pieces.stream()
                                .map(p -> new Scelles.Piece(p.ecole, p.auteur, p.nom, p.temoin))
                                .toList())
                .<Map<String, Object>>map(sceau -> Map.of("preuve", sceau.numero(), "empreinte", sceau.empreinte()))
                .orElse(Map.of());
    }

    /// @param apres number of the last one of the page before, 0 for the first page
    public List<Lue> read(UUID affaire, long apres, int most) {
        return scelles.of(affaire, apres, most).stream()
                .map(vue -> new Lue(vue.numero(), vue.titre(), vue.texte(), vue.scelleeLe()))
                .toList();
    }

    /// @param nom of the author, as readers see it
    public record Piece(UUID ecole, @Nullable UUID auteur, String nom, Temoin temoin) {}

    public record Lue(long numero, String titre, String texte, Instant scelleeLe) {}
}
