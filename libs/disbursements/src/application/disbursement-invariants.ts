import type { Invariant } from '@kinward/ledger';

const HAS_LEFT = `('RELEASED', 'IN_TRANSIT', 'DELIVERED', 'EVIDENCED', 'RECONCILED', 'FAILED', 'RETURNED',
  'LOST_OR_SEIZED', 'DISPUTED')`;
const VALID = 's.disbursement_id = d.id AND s.version = d.version AND s.voided_at IS NULL';

/** What must be true of payouts at every moment; checked every night with the books. */
export const DISBURSEMENT_INVARIANTS: readonly Invariant[] = [
  {
    code: 'RELEASED_IS_POSTED',
    sentence:
      'Every payout that has left has posted its reservation and been paid by the bank, both to the cent.',
    sql: `SELECT d.organization_id, d.id FROM disbursement d
      LEFT JOIN ledger_transfer r ON r.id = d.release_transfer_id AND r.phase = 'POST' AND r.code = 'RELEASE'
      LEFT JOIN ledger_transfer p ON p.id = d.payment_transfer_id AND p.phase = 'DIRECT' AND p.code = 'PAYMENT'
      WHERE d.state IN ${HAS_LEFT}
        AND (r.amount IS DISTINCT FROM d.amount_minor OR p.amount IS DISTINCT FROM d.amount_minor)`,
  },
  {
    code: 'RELEASES_ARE_NOT_SHARED',
    sentence: 'No two payouts stand on the same posting or the same payment.',
    sql: `SELECT min(organization_id::text)::uuid AS organization_id, min(id::text)::uuid AS id FROM disbursement
      WHERE release_transfer_id IS NOT NULL GROUP BY release_transfer_id HAVING count(*) > 1
      UNION ALL
      SELECT min(organization_id::text)::uuid, min(id::text)::uuid FROM disbursement
      WHERE payment_transfer_id IS NOT NULL GROUP BY payment_transfer_id HAVING count(*) > 1`,
  },
  {
    code: 'RESERVATIONS_MATCH_NEED',
    sentence: 'What is reserved for a need is the sum of its reservations.',
    sql: `SELECT n.organization_id, n.id FROM need n
      LEFT JOIN (SELECT need_id, sum(amount_minor) AS reserved FROM fund_reservation GROUP BY need_id) r
        ON r.need_id = n.id
      WHERE n.reserved_minor <> coalesce(r.reserved, 0)`,
  },
  {
    code: 'RESERVATION_IS_PENDING',
    sentence:
      'An active reservation has a pending transfer of its amount that nothing has resolved; a lapsed one follows within a day.',
    sql: `SELECT f.organization_id, f.id FROM fund_reservation f
      LEFT JOIN ledger_transfer p ON p.id = f.transfer_id AND p.phase = 'PENDING'
      WHERE f.state = 'ACTIVE' AND (p.amount IS DISTINCT FROM f.amount_minor
        OR EXISTS (SELECT FROM ledger_transfer r WHERE r.pending_id = p.id
          AND (r.code <> 'EXPIRE' OR r.booked_at < $1::timestamptz - interval '1 day')))`,
  },
  {
    code: 'OUTCOMES_MATCH_NEED',
    sentence: 'What has left for a need, and what has arrived, are the sums of its payouts.',
    sql: `SELECT n.organization_id, n.id FROM need n
      LEFT JOIN (SELECT need_id, sum(amount_minor - returned_minor - lost_minor) AS released,
          sum(delivered_minor) AS delivered
        FROM disbursement WHERE release_transfer_id IS NOT NULL GROUP BY need_id) d ON d.need_id = n.id
      WHERE n.released_minor <> coalesce(d.released, 0) OR n.delivered_minor <> coalesce(d.delivered, 0)`,
  },
  {
    code: 'DELIVERED_IS_BOOKED',
    sentence:
      'What has arrived of a payout is what its deliveries booked, less what was taken back after a dispute.',
    sql: `SELECT d.organization_id, d.id FROM disbursement d
      LEFT JOIN (SELECT t.disbursement_id, sum(b.amount - coalesce(r.taken_back, 0)) AS arrived
        FROM disbursement_transition t
        JOIN ledger_transfer b ON b.id = t.transfer_id AND b.code = 'DELIVERED'
        LEFT JOIN (SELECT reverses_id, sum(amount) AS taken_back FROM ledger_transfer
          WHERE code = 'CORRECTION' AND reverses_id IS NOT NULL GROUP BY reverses_id) r ON r.reverses_id = b.id
        GROUP BY t.disbursement_id) a ON a.disbursement_id = d.id
      WHERE d.delivered_minor <> coalesce(a.arrived, 0)`,
  },
  {
    code: 'BAND_IS_KEPT',
    sentence: 'Nothing has left with fewer valid approvals of its version than its band asks for.',
    sql: `SELECT d.organization_id, d.id FROM disbursement d WHERE d.state IN ${HAS_LEFT}
      AND (SELECT count(DISTINCT s.person_id) FROM disbursement_signature s WHERE ${VALID} AND s.act = 'APPROVED')
        < d.approvals_required`,
  },
  {
    code: 'HANDS_ARE_DIFFERENT',
    sentence:
      'Whoever ever wrote a payout did not approve, clear or release it; an approver released it only in the lowest band of an organisation that allows it.',
    sql: `SELECT DISTINCT d.organization_id, d.id FROM disbursement d
      JOIN disbursement_signature s ON s.disbursement_id = d.id
        AND (s.act = 'MADE' OR s.version = d.version AND s.voided_at IS NULL)
      JOIN disbursement_signature o ON o.disbursement_id = d.id AND o.person_id = s.person_id AND o.voided_at IS NULL
        AND o.version = d.version
      LEFT JOIN disbursement_setting t ON t.organization_id = d.organization_id
      WHERE s.act = 'MADE' AND o.act IN ('APPROVED', 'CLEARED', 'RELEASED')
        OR s.act = 'APPROVED' AND o.act = 'RELEASED'
          AND NOT (d.approvals_required = 1 AND coalesce(t.approver_may_release, false))`,
  },
  {
    code: 'RELEASED_BY_ONE',
    sentence: 'What has left was released by exactly one person.',
    sql: `SELECT d.organization_id, d.id FROM disbursement d WHERE d.state IN ${HAS_LEFT}
      AND (SELECT count(*) FROM disbursement_signature s WHERE ${VALID} AND s.act = 'RELEASED') <> 1`,
  },
  {
    code: 'EVIDENCED_HAS_PROOF',
    sentence: 'What counts as proven has a proof of its class, or two waivers.',
    sql: `SELECT d.organization_id, d.id FROM disbursement d
      WHERE coalesce(d.state_before, d.state) IN ('EVIDENCED', 'RECONCILED')
        AND NOT EXISTS (SELECT FROM disbursement_evidence e WHERE e.disbursement_id = d.id
          AND e.class >= d.required_evidence)
        AND (SELECT count(DISTINCT s.role) FROM disbursement_signature s WHERE ${VALID} AND s.act = 'WAIVED') < 2`,
  },
  {
    code: 'RAILS_WITHIN_LIMIT',
    sentence:
      'No identifier that can be seen inside the country links more families than its limit, within 24 months.',
    // A limit that has lapsed since still covers the families that it let in.
    sql: `SELECT u.organization_id, min(u.id::text)::uuid AS id FROM rail_use u
      WHERE u.is_visible AND u.used_on > ($1::timestamptz - interval '24 months')::date
      GROUP BY u.organization_id, u.kind, u.rail_bidx
      HAVING count(DISTINCT u.family_bidx) > greatest(
        (SELECT coalesce(max(l.families), 0) FROM rail_limit l WHERE l.organization_id = u.organization_id
          AND l.kind = u.kind AND l.rail_bidx = u.rail_bidx), 3)`,
  },
];
